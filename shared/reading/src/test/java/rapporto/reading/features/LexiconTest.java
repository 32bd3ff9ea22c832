// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.of(Map.of(
            "it", List.of("good bell~ bello", "great non_vedo_l'ora", "not non", "bad delus~", "awful bellicos~"),
            "en", List.of("bad bell~")));

    @Test
    void given_a_stem_when_a_word_has_any_ending_then_it_is_found_in_its_language_only() {
        assertThat(senses("bellissimo", "it")).containsExactly(Sense.GOOD);
        assertThat(senses("bells", "en")).containsExactly(Sense.BAD);
        assertThat(senses("bellissimo", "fr")).isEmpty();
    }

    @Test
    void given_a_longer_stem_of_another_sense_when_it_fits_then_it_wins() {
        assertThat(senses("bellicoso", "it")).containsExactly(Sense.AWFUL);
    }

    @Test
    void given_a_phrase_when_it_stands_in_the_text_then_its_words_count_once() {
        assertThat(senses("non vedo l'ora, che delusione", "it")).containsExactly(Sense.GREAT, Sense.BAD);
        assertThat(senses("non vedo nulla", "it")).containsExactly(Sense.NOT);
    }

    @Test
    void given_keys_and_senses_when_put_together_again_then_it_is_the_same_lexicon() {
        var again = new Lexicon(LEXICON.keys(), LEXICON.senses());

        assertThat(again.find(Tokens.of("bello"), "it")).isEqualTo(LEXICON.find(Tokens.of("bello"), "it"));
    }

    @Test
    void given_an_unknown_sense_when_read_then_language_line_and_what_was_wanted_are_named() {
        assertThatThrownBy(() -> Lexicon.of(Map.of("it", List.of("good bello", "nice carino"))))
                .hasMessageContainingAll("lexicon it line 2", "nice", "wanted");
    }

    private static List<Sense> senses(String text, String language) {
        return LEXICON.find(Tokens.of(text), language).stream()
                .map(Lexicon.Found::sense)
                .toList();
    }
}
