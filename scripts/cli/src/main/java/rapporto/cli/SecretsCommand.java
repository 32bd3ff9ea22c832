// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapporto.aws.ssm.SsmDoors.Kept;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.cli.Exit.Stop;
import rapporto.interaction.SourceId;
import rapporto.json.Json;
import rapporto.settings.SourceSettings;

@Command(
        name = "secrets",
        description = "The secrets that the sources sign with: on AWS, LocalStack and the running machine alike.",
        subcommands = {SecretsCommand.Put.class, SecretsCommand.Rotate.class, SecretsList.class},
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto secrets list",
            "  scripts/rapporto secrets set slack/help < signing-secret.txt",
            "  scripts/rapporto secrets rotate github/main --generate --show --stack rapporto-prod"
        })
final class SecretsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Whose secret, and how it is told. */
    static final class Subject {
        @Mixin
        private Deployment deployment = new Deployment();

        @Mixin
        private NewSecret fresh = new NewSecret();

        @Parameters(index = "0", paramLabel = "CHANNEL/SOURCE", description = "as in /hooks/CHANNEL/SOURCE")
        private String name = "";

        @Option(names = "--yes", description = "really does what cannot be undone")
        private boolean yes;

        @Option(
                names = {"-o", "--output"},
                defaultValue = "TEXT",
                description = "text or json")
        private Form form = Form.TEXT;

        SourceId source() {
            return Given.source(name);
        }

        /** Keeps {@code door} and tells it; {@code secret} stands on stdout only if it is to be shown. */
        int keep(Stores stores, Door door, Optional<Secret> secret) {
            stores.doors().put(door);
            return tell(door, secret, "");
        }

        /** @param unchanged why nothing was changed; empty when something was */
        int tell(Door door, Optional<Secret> secret, String unchanged) {
            var line = "%s has %s%s".formatted(door.source(), active(door), unchanged);
            switch (form) {
                case JSON -> {
                    var answer = Json.object()
                            .put("schema", 1)
                            .put("source", door.source().toString())
                            .put("active", door.secrets().size())
                            .put("changed", unchanged.isEmpty());
                    secret.ifPresent(shown -> answer.put("secret", shown.value()));
                    System.out.println(Json.write(answer));
                }
                case TEXT -> {
                    secret.ifPresent(shown -> System.out.println(shown.value()));
                    (secret.isPresent() ? System.err : System.out).println(line);
                }
            }
            return Exit.OK.code();
        }

        private static String active(Door door) {
            return door.isRotating() ? "2 active secrets, the newest first" : "1 active secret";
        }
    }

    @Command(
            name = "set",
            description = {
                "Gives a source its secret, from stdin or drawn.",
                "Where it has one already, shows what it would do without --yes: from then on only the new one holds."
            },
            footer = {
                "",
                "Examples:",
                "  scripts/rapporto secrets set slack/help < signing-secret.txt",
                "  scripts/rapporto secrets set github/main --generate --show",
                "  pass show discourse | scripts/rapporto secrets set discourse/forum --stack rapporto-prod --yes"
            })
    static final class Put implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Override
        public Integer call() {
            var source = subject.source();
            var secret = subject.fresh.read(source);
            return subject.deployment.with(stores -> {
                var organisation = stores.organisation();
                var known = organisation.flatMap(settings -> settings.source(source));
                if (organisation.isPresent() && known.isEmpty()) {
                    System.err.printf("%s is not in the settings: what it sends cannot be understood yet%n", source);
                }
                int limit = known.map(SourceSettings::maxBodyBytes).orElse(Door.DEFAULT_MAX_BODY_BYTES);
                var kept = stores.door(source);
                var door = new Door(source, List.of(secret), limit);
                return kept.isPresent() && !subject.yes
                        ? subject.tell(
                                kept.flatMap(Kept::door).orElse(door),
                                Optional.empty(),
                                ": would be replaced; add --yes")
                        : subject.keep(stores, door, subject.fresh.shown(secret));
            });
        }
    }

    @Command(
            name = "rotate",
            description = {
                "Adds a new secret, from stdin or drawn; the former one holds too until --finish.",
                "Functions take the new one within five seconds, and let go of a dropped one within a minute."
            },
            footer = {
                "",
                "Examples:",
                "  scripts/rapporto secrets rotate github/main --generate --show",
                "  scripts/rapporto secrets rotate slack/help --stack rapporto-prod < signing-secret.txt",
                "  scripts/rapporto secrets rotate slack/help --stack rapporto-prod --finish --yes"
            })
    static final class Rotate implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Option(names = "--finish", description = "drops the former secret; shows what it would do without --yes")
        private boolean finish;

        @Override
        public Integer call() {
            var source = subject.source();
            if (finish && subject.fresh.isAskedFor()) {
                throw new Stop(Exit.USAGE, "--finish takes no new secret");
            }
            if (finish) {
                return subject.deployment.with(stores -> finish(stores, door(stores, source)));
            }
            var secret = subject.fresh.read(source);
            return subject.deployment.with(stores -> rotate(stores, door(stores, source), secret));
        }

        private int rotate(Stores stores, Door door, Secret secret) {
            if (door.isRotating()) {
                throw new Stop(
                        Exit.REFUSED,
                        "%s has two active secrets already: drop the former one with --finish first"
                                .formatted(door.source()));
            }
            if (door.secrets().contains(secret)) {
                throw new Stop(Exit.REFUSED, "%s has this secret already".formatted(door.source()));
            }
            return subject.keep(stores, door.rotatedTo(secret), subject.fresh.shown(secret));
        }

        private int finish(Stores stores, Door door) {
            if (!door.isRotating()) {
                return subject.tell(door, Optional.empty(), ": nothing to drop");
            }
            return subject.yes
                    ? subject.keep(stores, door.settled(), Optional.empty())
                    : subject.tell(door, Optional.empty(), ": the former one would be dropped; add --yes");
        }

        private static Door door(Stores stores, SourceId source) {
            return stores.door(source)
                    .orElseThrow(() -> new Stop(
                            Exit.NOT_FOUND,
                            "%s has no secret: give it one with scripts/rapporto secrets set".formatted(source)))
                    .door()
                    .orElseThrow(() -> new Stop(
                            Exit.CHECK_FAILED,
                            "what is kept of %s cannot be read: scripts/rapporto secrets set replaces it"
                                    .formatted(source)));
        }
    }
}
