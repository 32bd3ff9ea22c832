// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.Judgement;
import rapporto.correction.Lesson;
import rapporto.correction.Trial;
import rapporto.correction.Trial.Points;
import rapporto.interaction.Words;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reader;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardTest {
    private static final List<Lesson> CORE =
            List.of(lesson("core", "urgency=0"), lesson("core", "sentiment=neutral"), lesson("core", "intents=chat"));

    @Test
    void given_a_layer_that_learns_and_leaves_the_rest_alone_when_tried_then_its_points_are_told() {
        var trial = trial(text -> text.startsWith("core") ? 0 : 2);

        assertThat(trial.passes()).isTrue();
        assertThat(trial.folds()).isEqualTo(new Points("folds", 0, 100));
        assertThat(trial.core())
                .contains(new Points("urgency", 100, 100), new Points("sentiment", 100, 100))
                .contains(new Points("toxicity", 0, 0));
    }

    @Test
    void given_a_layer_that_harms_the_core_set_when_tried_then_it_is_refused() {
        assertThat(trial(_ -> 2).refusal()).contains("harm on the core set: urgency 100.0 -> 0.0");
    }

    @Test
    void given_near_duplicates_among_the_lessons_when_parted_then_none_is_tried_by_its_own_like() {
        var hashes = new long[] {0b1, 0b11, 1L << 40, 0b111, (1L << 41) | 0xff00};
        var folds = Folds.of(hashes);

        for (int fold = 0; fold < Folds.COUNT; fold++) {
            assertThat(folds.contains(fold, 0)).isEqualTo(folds.contains(fold, 1));
            assertThat(folds.contains(fold, 0)).isEqualTo(folds.contains(fold, 3));
        }
        assertThat(folds.contains(0, 0)).isTrue();
        assertThat(folds.contains(1, 4)).isTrue();
    }

    private interface Urgency {
        int of(String text);
    }

    private static Trial trial(Urgency learnt) {
        var lessons = new ArrayList<Lesson>();
        IntStream.range(0, 10).forEach(i -> lessons.add(lesson("lesson " + i, "urgency=2")));
        var hashes = IntStream.range(0, 10).mapToLong(i -> 0xffL << (5 * i)).toArray();
        return new Guard(CORE).trial(lessons, hashes, new Guard.Readers() {
            @Override
            public Reader base() {
                return item -> reading(0);
            }

            @Override
            public Reader whole() {
                return item -> reading(learnt.of(item.words().text()));
            }

            @Override
            public Reader learnt(IntPredicate wanted) {
                assertThat(IntStream.range(0, 10).filter(wanted)).hasSize(8);
                return whole();
            }
        });
    }

    private static Reading reading(int urgency) {
        return new Reading(
                1,
                new Label<>("en", 1, LabelSource.MODEL, List.of()),
                new Label<>(Sentiment.NEUTRAL, 1, LabelSource.MODEL, List.of()),
                List.of(new Label<>(Intent.CHAT, 1, LabelSource.MODEL, List.of())),
                new Label<>(urgency, 1, LabelSource.MODEL, List.of()),
                new Label<>(Toxicity.CLEAN, 1, LabelSource.MODEL, List.of()));
    }

    private static Lesson lesson(String text, String label) {
        return new Lesson(Item.of(Words.of("", text)), Judgement.parse(label));
    }
}
