// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rapporto.json.Json;
import rapporto.local.template.TemplateReader;

/**
 * {@code scripts/coldstart}: how long each built function takes from the start of its process to its first answer, under
 * Lambda's runtime client on this machine, with the emulators behind it. What one function sends is what the next gets.
 */
@Command(
        name = "scripts/coldstart",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Measures the cold start of each built function on this machine, without and with an AOT cache.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:a function did not answer as wanted", "2:usage"})
final class ColdStarts implements Runnable {
    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "9",
            description = "starts a kind (default ${DEFAULT-VALUE})")
    private int runs = 9;

    @Option(names = "--json", paramLabel = "FILE", description = "writes all figures there")
    private Optional<Path> json = Optional.empty();

    private final Path home = Path.of(System.getProperty("rapporto.home", "."));

    /** Measures and prints. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new ColdStarts()).execute(arguments));
    }

    @Override
    public void run() {
        try {
            var folder = Files.createTempDirectory("rapporto-coldstart");
            var template = TemplateReader.read(home.resolve("template.yaml"));
            var options = new Options();
            options.data = Optional.of(folder);
            var organisation = Organisation.read(options, home);
            try (var emulators = Emulators.start(home, Optional.empty(), _ -> {});
                    var resources = Resources.make(template, organisation, emulators.endpoints())) {
                report(new ColdStartRun(runs, home, template, organisation, emulators, resources, folder).all());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(List<ObjectNode> measured) throws IOException {
        System.out.printf(
                "%-10s %8s %8s %14s %14s %6s%n", "function", "zip MB", "classes", "cold ms", "with AOT", "ratio");
        for (var one : measured) {
            long cold = one.path("coldMillis").path("p50").asLong();
            long cached = one.path("aotMillis").path("p50").asLong();
            System.out.printf(
                    "%-10s %8.1f %8d %6d-%-7d %6d-%-7d %6.2f%n",
                    one.path("function").asText(),
                    one.path("zipBytes").asLong() / 1e6,
                    one.path("classes").asLong(),
                    cold,
                    one.path("coldMillis").path("most").asLong(),
                    cached,
                    one.path("aotMillis").path("most").asLong(),
                    (double) cached / cold);
        }
        System.out.printf("cold: start of the process to the first answer, median and most of %d%n", runs);
        if (json.isPresent()) {
            var document = Json.object()
                    .put("runs", runs)
                    .put("java", Runtime.version().toString());
            measured.forEach(document.putArray("functions")::add);
            Files.writeString(json.get(), document.toPrettyString() + "\n");
        }
    }
}
