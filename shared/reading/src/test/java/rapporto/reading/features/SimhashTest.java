// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimhashTest {
    private static final String LETTER =
            "Dear all, the order 4471 that I placed three weeks ago for the reading room of our school has not arrived,"
                    + " the courier says that it was never handed over, and nobody at your counter picks up the phone."
                    + " Please tell me by tomorrow whether the books are on their way or whether I get my money back.";

    @Test
    void given_the_same_text_in_other_letters_or_with_another_order_number_when_hashed_then_it_is_near() {
        assertThat(near(LETTER, LETTER.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(near(LETTER, LETTER.replace("4471", "99328"))).isTrue();
        assertThat(near("see https://a.example/1", "see https://b.example/2")).isTrue();
    }

    @Test
    void given_a_long_text_with_a_word_more_when_hashed_then_it_is_near() {
        var letter = LETTER + "\n" + LETTER.replace("order", "parcel").replace("school", "library");

        assertThat(near(letter, letter + " Regards")).isTrue();
        assertThat(near(letter, letter.replace("three weeks", "four weeks"))).isTrue();
    }

    @Test
    void given_other_texts_when_hashed_then_they_are_far() {
        assertThat(near("it works", "it does not work")).isFalse();
        assertThat(near("great :)", "great :(")).isFalse();
        assertThat(near("a 9 out of 10", "a 1 out of 10")).isFalse();
        assertThat(near(LETTER, "When does the pool open again?")).isFalse();
    }

    @Test
    void given_no_words_when_hashed_then_it_is_near_nothing() {
        assertThat(near("", "")).isFalse();
    }

    private static boolean near(String one, String other) {
        return Simhash.near(Simhash.of(Tokens.of(one)), Simhash.of(Tokens.of(other)));
    }
}
