// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JudgementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "language=und",
                "language=it",
                "sentiment=negative",
                "intents=problem,question",
                "urgency=0",
                "toxicity=clean"
            })
    void given_a_label_in_the_words_of_the_guide_when_read_then_it_is_written_the_same(String text) {
        var judgement = Judgement.parse(text);

        assertThat(judgement.head() + "=" + judgement.value()).isEqualTo(text);
        assertThat(Judgement.HEADS).contains(judgement.head());
    }

    @Test
    void given_intents_in_another_order_when_read_then_they_stand_in_that_of_the_guide() {
        assertThat(Judgement.parse("intents = thanks,praise,thanks").value()).isEqualTo("praise,thanks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mood=bad           | head is mood, wanted language, sentiment, intents, urgency, toxicity
            sentiment          | label is sentiment, wanted HEAD=VALUE
            sentiment=happy    | sentiment is happy, wanted one of positive, negative, neutral
            sentiment=unknown  | sentiment is unknown, wanted one of
            intents=           | intent is , wanted one of spam, risk
            intents=chat,idea  | wanted at least one, and chat alone
            urgency=4          | urgency is 4, wanted one of 0, 1, 2, 3
            toxicity=rude      | toxicity is rude, wanted one of toxic, clean
            language=Italian   | language is Italian, wanted an ISO 639-1 code
            """)
    void given_a_label_that_is_none_when_read_then_it_says_what_was_wanted(String text, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judgement.parse(text))
                .withMessageContaining(fault);
    }
}
