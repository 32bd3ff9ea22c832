// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.reading.features.Tokens;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScoresTest {
    private final Model model = SmallModel.of(1);
    private final Head head = model.head("feeling");

    @Test
    void given_any_text_when_explained_then_bias_and_contributions_are_the_logit() {
        for (var text : List.of("bene", "va male ma bene", "", "mah!", "MALE bene MALE", "😂 benone")) {
            var scores = model.score(Tokens.of(text), "it", List.of("reply"));
            for (int output = 0; output < 2; output++) {
                double sum = scores.shares(head, output).stream()
                        .mapToDouble(Scores.Share::logit)
                        .sum();
                assertThat(head.outputs().get(output).bias() + sum).isCloseTo(scores.logit(head, output), within(1e-9));
            }
        }
    }

    @Test
    void given_a_word_that_decided_when_explained_then_it_comes_first_as_it_stands_in_the_text() {
        assertThat(model.score(Tokens.of("tutto Bene qui"), "it", List.of()).words(head, 0, 5))
                .first()
                .isEqualTo("Bene");
    }

    @Test
    void given_answers_that_exclude_each_other_when_scored_then_their_probabilities_add_up_to_one() {
        assertThat(Arrays.stream(model.score(Tokens.of("male"), "it", List.of()).probabilities(head))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void given_steps_of_a_scale_when_scored_then_a_higher_one_is_never_likelier() {
        var steps = new Head(
                "steps",
                Head.Form.ORDINAL,
                List.of("it"),
                List.of(new Head.Output("1", 0, 1, 1, 0, 0.5), new Head.Output("2", 0, 1, 1, 0, 0.5)),
                0);

        var probabilities = steps.probabilities(new double[] {-1, 3});

        assertThat(probabilities[1]).isEqualTo(probabilities[0]);
    }

    @Test
    void given_the_same_word_in_a_language_of_its_own_when_scored_then_that_counts_too() {
        double italian = model.score(Tokens.of("bene"), "it", List.of()).logit(head, 0);
        double other = model.score(Tokens.of("bene"), "xx", List.of()).logit(head, 0);

        assertThat(italian).isGreaterThan(other);
    }
}
