// SPDX-License-Identifier: Apache-2.0
package rapporto.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.channels.Channels;
import rapporto.testkit.Sample;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {
    private static final Path ROOT = Sample.repository();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^` ]+)");
    private static final Pattern OPTION = Pattern.compile("names = \"(--[a-z]+)\"");
    private static final int FIRST_SCREEN_LINES = 20;

    private final String readme = read("README.md");

    @Test
    void the_command_and_its_alert_are_on_the_first_screen() {
        var first = readme.lines().limit(FIRST_SCREEN_LINES).toList();

        assertThat(first).contains("scripts/start --demo").anyMatch(line -> line.startsWith("[P1][OPEN]"));
    }

    @Test
    void every_channel_has_its_row_its_samples_and_its_package() {
        var rows = firstCells("## Channels");

        assertThat(rows)
                .containsExactlyElementsOf(Channels.ids().stream().sorted().toList());
        for (var channel : rows) {
            assertThat(ROOT.resolve("events").resolve(channel)).isNotEmptyDirectory();
            assertThat(ROOT.resolve("shared/channels/src/main/java/rapporto/channel")
                            .resolve(channel))
                    .isNotEmptyDirectory();
        }
    }

    @Test
    void every_option_of_the_machine_has_its_row() {
        var options = OPTION.matcher(read("scripts/local/src/main/java/rapporto/local/Options.java"))
                .results();

        assertThat(firstCells("## The single machine"))
                .containsExactlyInAnyOrderElementsOf(
                        options.map(option -> option.group(1)).toList());
    }

    @Test
    void every_link_to_a_file_leads_somewhere() {
        for (var document : List.of(
                "README.md",
                "CONTRIBUTING.md",
                "docs/settings.md",
                "docs/standard-channel.md",
                "docs/operate.md",
                "docs/emulators.md",
                "docs/costs.md")) {
            var folder = ROOT.resolve(document).resolveSibling("");
            LINK.matcher(read(document))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.startsWith("http"))
                    .forEach(link -> assertThat(folder.resolve(link))
                            .as("%s of %s", link, document)
                            .exists());
        }
    }

    /** The first word in each row of the table below {@code heading}. */
    private List<String> firstCells(String heading) {
        var section = readme.substring(readme.indexOf(heading + "\n") + heading.length());
        var end = section.indexOf("\n## ");
        return ROW.matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
