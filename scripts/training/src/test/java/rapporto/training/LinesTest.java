// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void given_odd_separators_inside_texts_when_read_then_only_line_feeds_end_lines() throws IOException {
        assertThat(Lines.of(file("one\u2028still one\ntwo\n"))).containsExactly("one\u2028still one", "two");
    }

    @Test
    void given_cells_with_quotes_commas_and_line_feeds_when_read_then_they_are_whole() throws IOException {
        var doubled = file("""
                a,"b ""c"", d
                e"
                f,g
                """);
        var escaped = file("\"1\",\"b \\\"c\\\"\"\n");

        assertThat(Lines.csv(doubled, '"')).containsExactly(List.of("a", "b \"c\", d\ne"), List.of("f", "g"));
        assertThat(Lines.csv(escaped, '\\')).containsExactly(List.of("1", "b \"c\""));
    }

    @Test
    void given_a_corpus_with_a_wrong_label_when_read_then_file_line_and_what_was_wanted_are_named() throws IOException {
        var header = "id\tchannel\tin_reply\ttext\tprimary\tintents\tsentiment\turgency\ttoxic\n";
        var wrong = file(header + "it-a01-001\tx\t\tciao\tgreeting\tgreeting\tneutral\t0\t0\n");

        assertThatThrownBy(() -> Corpus.read(wrong)).hasMessageContainingAll("line 2", "greeting", "wanted");
        assertThatThrownBy(() -> Corpus.read(file("text\n"))).hasMessageContainingAll("line 1", "wanted id channel");
    }

    @Test
    void given_a_reply_when_read_then_it_knows_what_it_answers() throws IOException {
        var items = Corpus.read(file("""
                id\tchannel\tin_reply\ttext\tprimary\tintents\tsentiment\turgency\ttoxic
                it-a01-001\tx\t\tdove?\tquestion\tquestion\tneutral\t1\t0
                it-a01-002\tx\tit-a01-001\tqui\\nvicino\tanswer\tanswer\tneutral\t0\t0
                """));

        assertThat(items.get(1).text()).isEqualTo("qui\nvicino");
        assertThat(items.get(1).example("it").circumstances())
                .containsExactly("channel:x", "reply", "reply:question", "reply urgency:1");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "lines", ".txt"), text);
    }
}
