// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rapporto.reading.Reader;
import rapporto.reading.linear.Model;
import rapporto.reading.trained.PackagedReader;
import rapporto.training.rules.RuleReader;

@Command(
        name = "scripts/evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Measures the packaged models, models trained on all data, and baselines, on whatever lies under a"
                        + " folder: test splits where they are, else validation.",
        footer = {
            "",
            "The research heads are trained on the spot from --train, for a minute or two; they are never packaged.",
            "Examples:",
            "  scripts/evaluate --data ../shared/data",
            "  scripts/evaluate --intent held-out --build shipped --examples 3"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "benchmarks, in the layouts of the data folder")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--train",
            paramLabel = "DIR",
            defaultValue = "../shared/data",
            description = "what the research heads and the baselines learn from (default ${DEFAULT-VALUE})")
    private Path train = Path.of("");

    @Option(names = "--build", description = "shipped or research; both unless told")
    private Optional<Build> only = Optional.empty();

    @Option(
            names = "--intent",
            arity = "1..*",
            paramLabel = "FILE",
            description = "files in the columns of the corpus; held-out is its own held-out part")
    private List<String> intentFiles = List.of();

    @Option(names = "--examples", defaultValue = "0", description = "texts shown of each confusion")
    private int examples;

    @Option(names = "--json", paramLabel = "FILE", description = "writes all figures there too")
    private Optional<Path> json = Optional.empty();

    private final Report report = new Report(System.out);

    /** Runs the command. */
    public static void main(String... arguments) {
        var line = new CommandLine(new EvaluateCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (data.isPresent() && !Files.isDirectory(data.get())) {
            System.err.printf("--data is %s, wanted a folder%n", data.get());
            return CommandLine.ExitCode.USAGE;
        }
        if (data.isPresent()) {
            var models = models();
            var training = Optional.of(train).filter(Files::isDirectory);
            new Benchmarks(data.get(), models, training, report).run();
            if (models.containsKey(Build.RESEARCH)) {
                new Crises(data.get(), models.get(Build.RESEARCH).featuriser(), report).run();
            }
            if (models.containsKey(Build.SHIPPED)) {
                new LanguageBenchmarks(
                                data.get(),
                                PackagedReader.languages(),
                                models.get(Build.SHIPPED).ledger(),
                                report)
                        .run();
            }
        }
        for (var file : intentFiles()) {
            intent(file);
        }
        if (json.isPresent()) {
            Files.writeString(json.get(), report.json() + "\n");
        }
        return CommandLine.ExitCode.OK;
    }

    private Map<Build, Model> models() {
        var models = new EnumMap<Build, Model>(Build.class);
        if (only.isEmpty() || only.get() == Build.SHIPPED) {
            models.put(Build.SHIPPED, PackagedReader.heads());
        }
        if (only.isEmpty() || only.get() == Build.RESEARCH) {
            if (Files.isDirectory(train.resolve("umsab"))) {
                System.err.printf("training the research heads from %s ...%n", train);
                models.put(Build.RESEARCH, Project.trainer(train).train(Build.RESEARCH, 0));
            } else {
                report.note("missing: %s, so there are no research heads".formatted(train));
            }
        }
        return models;
    }

    private List<IntentFile> intentFiles() {
        var files = new ArrayList<IntentFile>();
        for (var file : intentFiles) {
            if (file.equals("held-out")) {
                for (var language : Corpus.LANGUAGES) {
                    files.add(new IntentFile(language + " held out", Corpus.part(Project.CORPUS, language, true)));
                }
            } else {
                files.add(new IntentFile(Path.of(file)));
            }
        }
        return files;
    }

    private void intent(IntentFile file) {
        Reader reader = PackagedReader.load();
        var readings = file.measure(reader, "shipped", report);
        if (only.isEmpty()) {
            file.measure(new RuleReader(), "rules", report);
            file.measure(new Chatter(), "majority", report);
        }
        file.confusions(readings, examples, System.out);
    }
}
