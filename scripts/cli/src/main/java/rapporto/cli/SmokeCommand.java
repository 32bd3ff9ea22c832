// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rapporto.channel.Channel;
import rapporto.channel.Normalised;
import rapporto.channel.Secret;
import rapporto.cli.Exit.Stop;
import rapporto.interaction.ContentKey;
import rapporto.interaction.SourceId;

@Command(
        name = "smoke",
        description = {
            "Posts a signed sample that calls for an alert through the real door, and waits for that alert.",
            "A queue subscribes to the alert topic for the time of the test. Teams get the alert too: on a stack that",
            "people rely on, use a source with a team of its own."
        },
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto smoke",
            "  scripts/rapporto smoke standard/smoke --stack rapporto-prod",
            "  scripts/rapporto smoke slack/help --stack rapporto-dev --times 3"
        })
final class SmokeCommand implements Callable<Integer> {
    @Mixin
    private Deployment deployment = new Deployment();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            defaultValue = "standard/demo",
            description = "channel/name (default ${DEFAULT-VALUE})")
    private String source = "standard/demo";

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "1",
            description = "how often the same delivery is posted; there must be one alert all the same")
    private int times = 1;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            defaultValue = "PT60S",
            description = "how long to wait, as ISO-8601 (default ${DEFAULT-VALUE})")
    private Duration within = Duration.ofSeconds(60);

    private final Path home = Path.of(System.getProperty("rapporto.home", "."));

    @Override
    public Integer call() {
        if (times < 1) {
            throw new Stop(Exit.USAGE, "--times is %d, wanted 1 or more".formatted(times));
        }
        return deployment.with(stores -> check(stores, Given.source(source)));
    }

    private int check(Stores stores, SourceId id) {
        var secret = stores.doors()
                .door(id)
                .orElseThrow(() -> new Stop(Exit.NOT_FOUND, "%s has no secret".formatted(id)))
                .secrets()
                .getFirst();
        var channel = Given.channel(id.channel());
        var fresh = Fresh.drawnFrom(new SecureRandom(), Instant.now());
        var signed = sample(channel, fresh, secret);
        var item = item(channel, id, signed, fresh.now());
        var front = stores.front().get();
        try (var queue = new AlertQueue(front.alertsTopic(), "rapporto-smoke-" + fresh.id())) {
            var began = Instant.now();
            for (int sent = 0; sent < times; sent++) {
                post(signed, URI.create(front.hooks() + "/" + id));
            }
            var ids = queue.alertsAbout(item, within, times > 1);
            if (ids.size() != 1) {
                var found = ids.isEmpty() ? "no alert" : "alerts " + String.join(", ", ids.keySet());
                throw new Stop(
                        Exit.CHECK_FAILED,
                        "%s within %d s, wanted one for %s".formatted(found, within.toSeconds(), item));
            }
            System.out.printf(
                    "%s: alert %s after %.1f s%n",
                    id,
                    ids.firstKey(),
                    Duration.between(began, ids.get(ids.firstKey())).toMillis() / 1000.0);
            return Exit.OK.code();
        }
    }

    private SignedSample sample(Channel channel, Fresh fresh, Secret secret) {
        var name = Sample.names(home, channel.id()).stream()
                .filter(one -> one.startsWith("alert-"))
                .findFirst()
                .orElseThrow(() -> new Stop(
                        Exit.NOT_FOUND, "events/%s has no sample that calls for an alert".formatted(channel.id())));
        var sample = Sample.read(home, channel.id(), name);
        sample.freshen(fresh);
        return SignedSample.of(channel, sample, fresh, secret);
    }

    /** What the sample is about, by which its alert is known again. */
    private static ContentKey item(Channel channel, SourceId id, SignedSample signed, Instant now) {
        return switch (channel.normalise(signed.deliveredTo(id, now))) {
            case Normalised.Interactions(var all) -> all.getFirst().key();
            case Normalised.Ignored(var reason) -> throw new Stop(Exit.UNEXPECTED, "the sample is ignored: " + reason);
            case Normalised.Refused(var refusal) -> throw new Stop(Exit.UNEXPECTED, refusal.message());
        };
    }

    private static void post(SignedSample signed, URI door) {
        var answer = signed.post(door);
        if (answer.statusCode() >= 300) {
            var exit = List.of(401, 403, 404).contains(answer.statusCode()) ? Exit.REFUSED : Exit.UPSTREAM;
            throw new Stop(exit, "%s answered %d".formatted(door, answer.statusCode()));
        }
    }
}
