// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Tests run in their module's folder, beside the corpus. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorpusItemsTest {
    private static final Path CORPUS = Path.of("corpus");

    @Test
    void given_the_core_set_when_loaded_then_it_has_four_heads_of_300_items() {
        assertThat(CorpusItems.core()).hasSize(1_200);
        assertThat(CorpusItems.core().stream().map(lesson -> lesson.item()).distinct())
                .hasSize(300);
        assertThat(languages("core.tsv"))
                .isEqualTo(Map.of("it", 100L, "en", 100L, "es", 25L, "fr", 25L, "de", 25L, "pt", 25L));
    }

    @Test
    void given_the_core_set_when_compared_with_the_corpus_then_every_item_stands_there_and_is_held_out()
            throws IOException {
        var heldOut = Files.readAllLines(CORPUS.resolve("held-out.txt"));

        for (var row : CorpusItems.rows("core.tsv")) {
            assertThat(heldOut).as(row[0]).contains(block(row));
            assertThat(inCorpus(row)).as(row[0]).isTrue();
        }
    }

    @Test
    void given_the_anchors_when_compared_with_the_corpus_then_none_is_held_out() throws IOException {
        var heldOut = Files.readAllLines(CORPUS.resolve("held-out.txt"));

        assertThat(CorpusItems.anchors()).hasSize(300);
        assertThat(languages("anchors.tsv").values()).containsOnly(50L);
        for (var row : CorpusItems.rows("anchors.tsv")) {
            assertThat(heldOut).as(row[0]).doesNotContain(block(row));
        }
    }

    private static boolean inCorpus(String[] row) throws IOException {
        var file = CORPUS.resolve(row[0].substring(0, 2) + ".tsv");
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .anyMatch(line -> line[0].equals(row[0]) && line[3].equals(row[4]));
    }

    private static String block(String[] row) {
        return row[0].substring(0, row[0].lastIndexOf('-'));
    }

    private static Map<String, Long> languages(String file) {
        return CorpusItems.rows(file).stream()
                .map(row -> row[0].substring(0, 2))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
