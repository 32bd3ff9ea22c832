// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapporto.channels.Channels;
import rapporto.cli.Exit.Stop;
import rapporto.json.Json;
import rapporto.settings.Settings;
import rapporto.settings.SettingsDocument;

@Command(
        name = "settings",
        description = "The organisation's settings: on AWS, LocalStack and the running machine alike.",
        subcommands = {SettingsCommand.Get.class, SettingsCommand.Diff.class, SettingsCommand.Put.class},
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto settings get > settings.yaml",
            "  scripts/rapporto settings diff settings.yaml --stack rapporto-prod",
            "  scripts/rapporto settings put settings.yaml --yes"
        })
final class SettingsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Whose settings, and how they are told. */
    static final class Subject {
        @Mixin
        private Deployment deployment = new Deployment();

        @Option(
                names = {"-o", "--output"},
                defaultValue = "TEXT",
                description = "text or json")
        private Form form = Form.TEXT;

        void tell(Difference difference, long version, boolean changed) {
            switch (form) {
                case TEXT -> difference.print();
                case JSON ->
                    System.out.println(Json.write(Json.object()
                            .put("schema", 1)
                            .put("version", version)
                            .put("changed", changed)
                            .put("diff", difference.text())));
            }
        }
    }

    @Command(
            name = "get",
            description = "Prints the document that holds now; its version is on stderr.",
            footer = {
                "",
                "Examples:",
                "  scripts/rapporto settings get > settings.yaml",
                "  scripts/rapporto settings get --stack rapporto-prod --region eu-south-1",
                "  scripts/rapporto settings get -o json"
            })
    static final class Get implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Override
        public Integer call() {
            return subject.deployment.with(stores -> {
                var stored = stores.settings()
                        .current()
                        .orElseThrow(() -> new Stop(Exit.NOT_FOUND, "no settings were put yet"));
                switch (subject.form) {
                    case TEXT -> {
                        System.err.println("version " + stored.version());
                        System.out.writeBytes(stored.document().getBytes(StandardCharsets.UTF_8));
                    }
                    case JSON ->
                        System.out.println(Json.write(Json.object()
                                .put("schema", 1)
                                .put("version", stored.version())
                                .put("document", stored.document())));
                }
                return Exit.OK.code();
            });
        }
    }

    @Command(
            name = "diff",
            description =
                    "Shows how a file differs from the document that holds now; 0 when it does not, 7 when it does.",
            footer = {
                "",
                "Examples:",
                "  scripts/rapporto settings diff settings.yaml",
                "  scripts/rapporto settings diff settings.yaml --stack rapporto-prod",
                "  scripts/rapporto settings get | sed s/PT4H/PT2H/ | scripts/rapporto settings diff -"
            })
    static final class Diff implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Parameters(index = "0", paramLabel = "FILE", description = "- for stdin")
        private Path file = Path.of("-");

        @Override
        public Integer call() {
            var document = Given.text(file);
            return subject.deployment.with(stores -> {
                var stored = stores.settings().current();
                var difference = Difference.between(stored, file.toString(), document);
                subject.tell(difference, stored.map(one -> one.version()).orElse(0L), false);
                return (difference.isNone() ? Exit.OK : Exit.CHECK_FAILED).code();
            });
        }
    }

    @Command(
            name = "put",
            description = {
                "Makes a file the document that holds, as a new version; shows the difference alone without --yes.",
                "Every fault is told and nothing is written when there is one. Functions take it within a minute."
            },
            footer = {
                "",
                "Examples:",
                "  scripts/rapporto settings put settings.yaml",
                "  scripts/rapporto settings put settings.yaml --yes",
                "  scripts/rapporto settings put settings.yaml --yes --stack rapporto-prod --profile ops"
            })
    static final class Put implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Parameters(index = "0", paramLabel = "FILE", description = "- for stdin")
        private Path file = Path.of("-");

        @Option(names = "--yes", description = "really does it")
        private boolean yes;

        @Override
        public Integer call() {
            var document = Given.text(file);
            return switch (SettingsDocument.read(document, Channels.ids())) {
                case SettingsDocument.Faulty(var faults) -> {
                    faults.forEach(fault -> System.err.println(file + " " + fault));
                    yield Exit.CHECK_FAILED.code();
                }
                case SettingsDocument.Valid(var settings) ->
                    subject.deployment.with(stores -> put(stores, document, settings));
            };
        }

        private int put(Stores stores, String document, Settings settings) {
            var stored = stores.settings().current();
            var difference = Difference.between(stored, file.toString(), document);
            long before = stored.map(one -> one.version()).orElse(0L);
            if (!yes) {
                subject.tell(difference, before, false);
                System.err.println(
                        difference.isNone()
                                ? "version %d says this already".formatted(before)
                                : "would become version %d; add --yes".formatted(before + 1));
                return Exit.OK.code();
            }
            long version = stores.settings().put(document, Instant.now()).version();
            subject.tell(difference, version, version != before);
            System.err.println("version %d holds".formatted(version));
            stores.limit(settings);
            return Exit.OK.code();
        }
    }
}
