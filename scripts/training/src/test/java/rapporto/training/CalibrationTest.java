// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.reading.linear.Head;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalibrationTest {
    /** Logits of 1 hold four times of five, logits of -1 once of five. */
    @Test
    void given_logits_when_fitted_then_probabilities_are_as_often_right_as_they_say() {
        var fitted = Calibration.fit(task(Task.Aim.F1), logits(), examples()).getFirst();

        assertThat(sigmoid(fitted.slope() + fitted.offset())).isCloseTo(0.8, within(0.01));
        assertThat(sigmoid(-fitted.slope() + fitted.offset())).isCloseTo(0.2, within(0.01));
        assertThat(fitted.threshold()).isBetween(0.2, 0.8);
    }

    @Test
    void given_an_alarm_that_cannot_be_precise_enough_when_fitted_then_the_best_f1_decides() {
        var wrong = examples().stream()
                .map(one -> new Labelled(one.example(), 1 - one.answers(), 1))
                .toList();

        assertThat(Calibration.fit(task(Task.Aim.RECALL), logits(), wrong)
                        .getFirst()
                        .threshold())
                .isLessThanOrEqualTo(0.8);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static Task task(Task.Aim aim) {
        return new Task("alarm", Head.Form.ANY, List.of("alarm"), List.of("it"), false, 1, aim, List.of());
    }

    private static double[][] logits() {
        var logits = new double[200][1];
        for (int i = 0; i < logits.length; i++) {
            logits[i][0] = i < 100 ? 1 : -1;
        }
        return logits;
    }

    private static List<Labelled> examples() {
        var examples = new ArrayList<Labelled>();
        for (int i = 0; i < 200; i++) {
            boolean holds = i < 100 ? i % 5 != 0 : i % 5 == 0;
            examples.add(new Labelled(Example.of("text " + i, "it"), holds ? 1 : 0, 1));
        }
        return examples;
    }
}
