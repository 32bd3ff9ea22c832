// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.cli.Exit.Stop;
import rapporto.history.Entry;
import rapporto.history.Page;
import rapporto.interaction.Identity;
import rapporto.json.Json;

@Command(
        name = "timeline",
        description = "Lists what a person did, newest first.",
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto timeline slack:T0CASA:U0MARIA",
            "  scripts/rapporto timeline discourse:forum.example.org:311 --limit 5",
            "  scripts/rapporto timeline github:github.com:9001 -o json"
        })
final class TimelineCommand implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Parameters(index = "0", paramLabel = "IDENTITY", description = "channel:account:id")
    private String identity = "";

    @Option(names = "--limit", defaultValue = "50", description = "1 to 200 (default ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--next", paramLabel = "CURSOR", description = "the page after the one that ended with it")
    private Optional<String> next = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "TEXT",
            description = "text or json")
    private Form form = Form.TEXT;

    @Override
    public Integer call() {
        var who = identity();
        var health = target.connect();
        try (var dynamo = Clients.behindAQueue().dynamoDb()) {
            var page = new DynamoHistory(dynamo, health.at("table").text()).timeline(who, next, limit);
            switch (form) {
                case TEXT -> text(page);
                case JSON -> json(page);
            }
            return (page.entries().isEmpty() ? Exit.NOT_FOUND : Exit.OK).code();
        }
    }

    private Identity identity() {
        try {
            return Identity.parse(identity);
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, "identity is %s, wanted channel:account:id".formatted(identity));
        }
    }

    private void text(Page page) {
        for (var entry : page.entries()) {
            System.out.printf(
                    "%s  %-14s %-9s %s%n",
                    entry.at(), word(entry.kind()), entry.intent().word(), entry.excerpt());
        }
        page.next()
                .ifPresent(cursor ->
                        System.out.printf("next: scripts/rapporto timeline %s --next %s%n", identity, cursor));
    }

    private static void json(Page page) {
        var answer = Json.object().put("schema", 1);
        var items = answer.putArray("items");
        for (Entry entry : page.entries()) {
            var item = items.addObject()
                    .put("key", entry.key().toString())
                    .put("at", entry.at().toString())
                    .put("kind", word(entry.kind()))
                    .put("intent", entry.intent().word())
                    .put("urgency", entry.urgency())
                    .put("excerpt", entry.excerpt());
            entry.thread().ifPresent(thread -> item.put("thread", thread.toString()));
            entry.link().ifPresent(link -> item.put("link", link.toString()));
        }
        page.next().ifPresent(cursor -> answer.put("next", cursor));
        System.out.println(Json.write(answer));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
