// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rapporto.reading.linear.Ledger;
import rapporto.reading.linear.ModelFile;
import rapporto.training.language.LanguageTraining;

@Command(
        name = "scripts/train",
        mixinStandardHelpOptions = true,
        description = "Trains the packaged models from scratch: permissive data and the project's own corpus. The same"
                + " input gives the same bytes.",
        footer = {"", "Examples:", "  scripts/train", "  scripts/train --check"})
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "../shared/data",
            description = "where the permissive data lies (default ${DEFAULT-VALUE})")
    private Path data = Path.of("");

    @Option(names = "--check", description = "writes nothing; fails when the packaged models are not what comes out")
    private boolean check;

    /** Runs the command. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new TrainCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data)) {
            System.err.printf("--data is %s, wanted a folder with goemotions and lid in it%n", data);
            return CommandLine.ExitCode.USAGE;
        }
        var model = Project.trainer(data).train(Build.SHIPPED, Project.VERSION);
        if (!model.ledger().mayShip()) {
            throw new IllegalStateException("the ledger names data that may not be shipped: " + model.ledger());
        }
        var files = new LinkedHashMap<String, byte[]>();
        files.put("heads.model", ModelFile.write(model));
        files.put("languages.model", LanguageTraining.train(data, Project.CORPUS, Project.VERSION, System.out));
        print(model.ledger());
        return check ? compare(files) : write(files);
    }

    private static void print(Ledger ledger) {
        for (var source : ledger.sources()) {
            System.out.printf(
                    "%-16s %-12s %-28s %6d items  sha256 %.12s%n",
                    source.name(),
                    source.terms().name().toLowerCase(Locale.ROOT),
                    source.licence(),
                    source.items(),
                    source.digest());
        }
    }

    private static int write(Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.createDirectories(Project.MODELS);
            Files.write(Project.MODELS.resolve(file.getKey()), file.getValue());
            System.out.printf("%s: %,d bytes%n", file.getKey(), file.getValue().length);
        }
        return CommandLine.ExitCode.OK;
    }

    private static int compare(Map<String, byte[]> files) throws IOException {
        int differing = 0;
        for (var file : files.entrySet()) {
            boolean same = Arrays.equals(Files.readAllBytes(Project.MODELS.resolve(file.getKey())), file.getValue());
            System.out.printf("%s: %s%n", file.getKey(), same ? "the same, byte for byte" : "DIFFERS");
            differing += same ? 0 : 1;
        }
        return differing == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
