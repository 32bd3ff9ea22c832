// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricTest {
    private static final int[] GOLD = {0, 0, 0, 1, 1, 2};
    private static final int[] SAID = {0, 0, 1, 1, 2, 2};
    private static final int[] ALL = IntStream.range(0, 6).toArray();

    @Test
    void given_three_classes_when_measured_then_f1_and_recall_are_averaged_over_them() {
        // F1: 2*2/(3+2), 2*1/(2+2), 2*1/(1+2); recall: 2/3, 1/2, 1.
        assertThat(Metric.macroF1(GOLD, SAID, 3).of(ALL)).isCloseTo((0.8 + 0.5 + 2 / 3.0) / 3, within(1e-9));
        assertThat(Metric.macroRecall(GOLD, SAID, 3).of(ALL)).isCloseTo((2 / 3.0 + 0.5 + 1) / 3, within(1e-9));
        assertThat(Metric.accuracy(GOLD, SAID).of(ALL)).isCloseTo(4 / 6.0, within(1e-9));
    }

    @Test
    void given_one_class_when_measured_then_precision_and_recall_are_its_own() {
        assertThat(Metric.precision(GOLD, SAID, 2).of(ALL)).isCloseTo(0.5, within(1e-9));
        assertThat(Metric.recall(GOLD, SAID, 2).of(ALL)).isCloseTo(1, within(1e-9));
        assertThat(Metric.f1(GOLD, SAID, 2).of(ALL)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void given_no_answer_when_measured_then_it_is_wrong_and_not_lost() {
        assertThat(Metric.recall(new int[] {0, 0}, new int[] {-1, 0}, 0).of(new int[] {0, 1}))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void given_several_answers_when_measured_together_then_each_bit_counts() {
        var gold = new long[] {0b11, 0b01};
        var said = new long[] {0b01, 0b11};

        assertThat(Metric.microF1(gold, said).of(new int[] {0, 1})).isCloseTo(4 / 6.0, within(1e-9));
        assertThat(Metric.bit(gold, 1)).containsExactly(1, 0);
    }

    @Test
    void given_a_scale_when_agreement_is_measured_then_a_far_miss_costs_more_than_a_near_one() {
        var gold = new int[] {0, 1, 2, 3};

        assertThat(Metric.kappa(gold, gold, 4).of(new int[] {0, 1, 2, 3})).isCloseTo(1, within(1e-9));
        assertThat(Metric.kappa(gold, new int[] {0, 1, 2, 2}, 4).of(new int[] {0, 1, 2, 3}))
                .isGreaterThan(Metric.kappa(gold, new int[] {0, 1, 2, 0}, 4).of(new int[] {0, 1, 2, 3}));
    }

    @Test
    void given_probabilities_that_promise_too_much_when_measured_then_the_gap_is_the_error() {
        var error = Metric.calibrationError(
                new double[] {0.95, 0.95, 0.55, 0.55}, new boolean[] {true, false, true, false});

        assertThat(error.of(new int[] {0, 1, 2, 3})).isCloseTo((0.9 + 0.1) / 4, within(1e-9));
    }

    @Test
    void given_an_estimate_when_taken_twice_then_it_and_its_interval_are_the_same() {
        var metric = Metric.mean(List.of(Metric.accuracy(GOLD, SAID)));

        assertThat(metric.estimate(6)).isEqualTo(metric.estimate(6)).satisfies(estimate -> {
            assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
            assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
        });
    }
}
