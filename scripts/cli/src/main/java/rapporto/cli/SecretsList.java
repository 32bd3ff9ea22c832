// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rapporto.aws.ssm.SsmDoors.Kept;
import rapporto.json.Json;

@Command(
        name = "list",
        description = {
            "Lists sources with the number of their active secrets and their age, never a secret.",
            "Age is that of what is stored: on the machine, since its secrets file changed when it was started."
        },
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto secrets list",
            "  scripts/rapporto secrets list --stack rapporto-prod --profile ops",
            "  scripts/rapporto secrets list -o json"
        })
final class SecretsList implements Callable<Integer> {
    @Mixin
    private Deployment deployment = new Deployment();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "TEXT",
            description = "text or json")
    private Form form = Form.TEXT;

    private record Row(int active, Optional<Instant> changed, String note) {}

    @Override
    public Integer call() {
        return deployment.with(stores -> {
            var rows = rows(stores);
            switch (form) {
                case TEXT -> text(rows, Instant.now());
                case JSON -> json(rows);
            }
            if (rows.isEmpty()) {
                System.err.println("there are no sources here yet");
                return Exit.NOT_FOUND.code();
            }
            return Exit.OK.code();
        });
    }

    private static SortedMap<String, Row> rows(Stores stores) {
        var rows = new TreeMap<String, Row>();
        var organisation = stores.organisation();
        organisation.ifPresent(settings -> settings.sources()
                .forEach(source -> rows.put(source.id().toString(), new Row(0, Optional.empty(), "no secret yet"))));
        for (var kept : stores.doors().all()) {
            boolean listed =
                    organisation.isEmpty() || rows.containsKey(kept.source().toString());
            rows.put(kept.source().toString(), row(kept, listed));
        }
        return rows;
    }

    private static Row row(Kept kept, boolean listed) {
        var note = kept.door().isEmpty()
                ? "cannot be read"
                : !listed ? "not in the settings" : kept.door().get().isRotating() ? "rotating" : "";
        return new Row(kept.door().map(door -> door.secrets().size()).orElse(0), kept.changed(), note);
    }

    private static void text(SortedMap<String, Row> rows, Instant now) {
        rows.forEach((source, row) -> System.out.println("%-32s  %d active  %6s  %s"
                .formatted(
                        source,
                        row.active(),
                        row.changed().map(at -> age(at, now)).orElse("-"),
                        row.note())
                .stripTrailing()));
    }

    private static String age(Instant changed, Instant now) {
        var age = Duration.between(changed, now);
        return age.toDays() > 0 ? age.toDays() + " d" : Math.max(0, age.toHours()) + " h";
    }

    private static void json(SortedMap<String, Row> rows) {
        var answer = Json.object().put("schema", 1);
        var items = answer.putArray("items");
        rows.forEach((source, row) -> items.addObject()
                .put("source", source)
                .put("active", row.active())
                .put("changed", row.changed().map(Instant::toString).orElse(null))
                .put("note", row.note()));
        System.out.println(Json.write(answer));
    }
}
