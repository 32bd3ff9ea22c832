// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokensTest {
    @Test
    void given_words_with_elisions_when_read_then_italian_ones_part_and_english_ones_stay() {
        assertThat(words("L'avvocato non c'è, don't worry"))
                .containsExactly("L'", "avvocato", "non", "c'è", ",", "don't", "worry");
    }

    @Test
    void given_links_names_and_numbers_when_read_then_each_kind_folds_to_one_token() {
        assertThat(folded("@anna vedi https://example.org/a?b=1 ordine 4471"))
                .containsExactly("\u0001name", "vedi", "\u0001link", "ordine", "000");
        assertThat(folded("@user http")).containsExactly("\u0001name", "\u0001link");
    }

    @Test
    void given_stretched_letters_and_capitals_when_read_then_they_fold_together() {
        assertThat(folded("GOOOOOOL")).isEqualTo(folded("goool"));
    }

    @Test
    void given_emoticons_and_emoji_when_read_then_each_is_a_token() {
        assertThat(words("bene :-) <3 😂😂 :D ok")).containsExactly("bene", ":-)", "<3", "😂😂", ":D", "ok");
    }

    @Test
    void given_a_masked_word_when_read_then_it_stays_one_word() {
        assertThat(words("sei uno st*pido!!")).containsExactly("sei", "uno", "st*pido", "!!");
    }

    @Test
    void given_lone_surrogates_when_read_then_they_are_signs_like_any_other() {
        assertThat(words("a \ud83d b")).hasSize(3);
    }

    private static List<String> words(String text) {
        var tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::word).toList();
    }

    private static List<String> folded(String text) {
        var tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::folded).toList();
    }
}
