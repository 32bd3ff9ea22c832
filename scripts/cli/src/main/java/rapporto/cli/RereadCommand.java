// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rapporto.classification.Reread;
import rapporto.classification.Rereading;
import rapporto.classification.Rereading.Mode;
import rapporto.cli.Exit.Stop;
import rapporto.interaction.SourceId;
import rapporto.json.Json;
import rapporto.reading.Reader;
import rapporto.reading.trained.PackagedReader;
import rapporto.settings.Settings;

@Command(
        name = "reread",
        description = {
            "Reads stored items again after a new version of the reader, and counts what changed.",
            "Only readings change, and only by a greater version; no alert is raised. May be stopped and started again."
        },
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto reread --since 2026-01-01 --dry-run",
            "  scripts/rapporto reread --since 2026-01-01 --stack rapporto-prod",
            "  scripts/rapporto reread --since 2026-01-05T09:00:00Z --source github/demo -o json"
        })
final class RereadCommand implements Callable<Integer> {
    private final Function<Stores, Reader> reader;

    @Mixin
    private Deployment deployment = new Deployment();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "what happened since: a date (UTC) or an instant")
    private String since = "";

    @Option(names = "--dry-run", description = "writes nothing, prints the same counts")
    private boolean dryRun;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "channel/source; items that may be of another source of the channel are left alone")
    private Optional<String> source = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "TEXT",
            description = "text or json")
    private Form form = Form.TEXT;

    RereadCommand() {
        this.reader = stores -> TeamCorrections.taught(PackagedReader.load(), stores);
    }

    RereadCommand(Supplier<Reader> reader) {
        this.reader = _ -> reader.get();
    }

    @Override
    public Integer call() {
        var start = start();
        var only = source.map(Given::source);
        return deployment.with(stores -> {
            var settings =
                    stores.organisation().orElseThrow(() -> new Stop(Exit.NOT_FOUND, "no valid settings were put yet"));
            only.ifPresent(id -> require(settings, id));
            var rereading =
                    new Rereading(reader.apply(stores), () -> settings, stores.history(), InstantSource.system());
            var report = rereading.reread(start, only, dryRun ? Mode.DRY_RUN : Mode.WRITE);
            switch (form) {
                case TEXT -> text(report);
                case JSON -> json(report);
            }
            return Exit.OK.code();
        });
    }

    private Instant start() {
        try {
            return since.contains("T")
                    ? Instant.parse(since)
                    : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Stop(Exit.USAGE, "since is %s, wanted 2026-01-05 or 2026-01-05T09:00:00Z".formatted(since));
        }
    }

    private static void require(Settings settings, SourceId id) {
        if (settings.source(id).isEmpty()) {
            throw new Stop(Exit.NOT_FOUND, "the settings have no source %s".formatted(id));
        }
    }

    private void text(Reread report) {
        line(report.lookedAt(), "looked at by version %d of the reader".formatted(report.version()));
        line(report.changed(), dryRun ? "would change" : "changed");
        report.labels()
                .forEach((head, counts) ->
                        counts.forEach((change, count) -> line(count, "  %-9s  %s".formatted(head, change))));
        line(report.unchanged(), "read again, same labels");
        report.skipped().forEach((why, count) -> line(count, "left alone: " + why.reason()));
        if (dryRun) {
            System.err.println("nothing was written; do it without --dry-run");
        }
    }

    private static void line(long count, String what) {
        System.out.printf("%8d  %s%n", count, what);
    }

    private void json(Reread report) {
        var answer = Json.object()
                .put("schema", 1)
                .put("version", report.version())
                .put("dryRun", dryRun)
                .put("lookedAt", report.lookedAt())
                .put("changed", report.changed())
                .put("unchanged", report.unchanged());
        var labels = answer.putObject("labels");
        report.labels().forEach((head, counts) -> counts.forEach(labels.putObject(head)::put));
        var skipped = answer.putObject("skipped");
        report.skipped().forEach((why, count) -> skipped.put(why.name().toLowerCase(Locale.ROOT), count));
        System.out.println(Json.write(answer));
    }
}
