// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.Trial.Points;
import rapporto.json.Field;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrialTest {
    @Test
    void given_a_gain_and_less_than_half_a_point_lost_when_tried_then_it_passes() {
        var trial = trial(new Points("folds", 40, 41), new Points("sentiment", 70, 69.51));

        assertThat(trial.passes()).isTrue();
        assertThat(TrialJson.read(new Field("", TrialJson.of(trial)))).isEqualTo(trial);
    }

    @Test
    void given_half_a_point_lost_under_one_head_when_tried_then_it_is_refused_with_the_numbers() {
        var trial =
                trial(new Points("folds", 40, 90), new Points("sentiment", 70, 80), new Points("intents", 70, 69.5));

        assertThat(trial.refusal()).contains("harm on the core set: intents 70.0 -> 69.5");
    }

    @Test
    void given_no_gain_on_the_folds_when_tried_then_it_is_refused() {
        assertThat(trial(new Points("folds", 40, 40)).refusal())
                .contains("no gain on the corrections themselves: folds 40.0 -> 40.0");
    }

    private static Trial trial(Points folds, Points... core) {
        return new Trial(10, folds, List.of(core));
    }
}
