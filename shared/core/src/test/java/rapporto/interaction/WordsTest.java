// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsTest {
    @Test
    void given_a_text_over_the_limit_when_kept_then_it_is_cut_between_characters_and_marked() {
        var words = Words.of("", "👋".repeat(3_000));

        assertThat(words.cut()).isTrue();
        assertThat(words.text()).isEqualTo("👋".repeat(2_048));
    }

    @Property
    void given_any_text_when_kept_then_it_fits_and_nothing_is_cut_that_would(@ForAll String text) {
        var words = Words.of("", text);

        assertThat(words.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Words.MAX_TEXT_BYTES);
        assertThat(words.cut()).isEqualTo(text.strip().length() > words.text().length());
    }

    @Property
    void given_any_words_when_excerpted_then_it_is_one_line_of_at_most_that_length(
            @ForAll String title, @ForAll String text, @ForAll @IntRange(min = 2, max = 300) int characters) {
        var excerpt = Words.of(title, text).excerpt(characters);

        assertThat(excerpt.length()).isLessThanOrEqualTo(characters);
        assertThat(excerpt).doesNotContain("\n");
    }

    @Test
    void given_a_title_when_excerpted_then_it_comes_before_the_text() {
        assertThat(Words.of("Invoice", "twice\nthis month").excerpt(280)).isEqualTo("Invoice twice this month");
        assertThat(Words.of("Invoice", "").passage()).isEqualTo("Invoice");
    }

    @Test
    void given_words_when_printed_then_they_are_hidden() {
        assertThat(Words.of("Invoice", "secret").toString()).isEqualTo("Words[7 and 6 characters]");
    }
}
