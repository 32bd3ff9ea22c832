// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rapporto.reading.trained.SmallModel.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.Judgement;
import rapporto.correction.LayerBytes;
import rapporto.correction.LayerMaker.Made;
import rapporto.correction.Lesson;
import rapporto.reading.Intent;
import rapporto.reading.LabelSource;
import rapporto.reading.Sentiment;
import rapporto.reading.linear.Layer;
import rapporto.reading.linear.Scores.Share;
import rapporto.reading.team.Guard;
import rapporto.reading.team.TeamLayer;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TeamReadingTest {
    private static final List<String> WORLD = List.of(
            "the gantry is stuck again",
            "gantry three stuck since noon",
            "our gantry stuck, crew waits",
            "stuck gantry at pier two",
            "gantry stuck in the wind",
            "the old gantry got stuck",
            "both gantry cranes stuck",
            "gantry stuck, ship delayed",
            "why is the gantry stuck",
            "the gantry, stuck once more");

    private final TrainedReader reader = SmallModel.reader();
    private final TeamLayers maker = new TeamLayers(
            reader,
            new Guard(List.of(
                    lesson("good morning", "intents=chat"),
                    lesson("see you at lunch", "intents=chat"),
                    lesson("an awful day", "sentiment=negative"))),
            List.of(item("good evening"), item("see you at dinner"), item("a lovely day")));

    @Test
    void given_ten_corrections_when_learnt_then_an_item_that_nobody_corrected_reads_differently_at_once() {
        var fresh = item("gantry stuck near the east gate");
        assertThat(reader.read(fresh).primary().value()).isEqualTo(Intent.CHAT);

        var made = made("intents=problem");
        var reading = with(made.layer()).read(fresh);

        assertThat(made.trial().passes()).as(made.trial().toString()).isTrue();
        assertThat(reading.primary().value()).isEqualTo(Intent.PROBLEM);
        assertThat(reading.primary().source()).isEqualTo(LabelSource.TEAM);
        assertThat(reading.primary().words()).contains("gantry", "stuck");
        assertThat(reading.sentiment().source()).isEqualTo(LabelSource.MODEL);
        assertThat(with(made.layer()).read(item("good afternoon")).primary().source())
                .isEqualTo(LabelSource.MODEL);
    }

    @Test
    void given_one_correction_when_a_duplicate_comes_then_it_has_the_label_of_the_team_for_certain() {
        var made = maker.make(List.of(lesson("the broken one is fine", "intents=praise,thanks")), Optional.empty());
        assertThat(made.trial().passes()).isFalse();

        var reading = with(made.duplicates()).read(item("The  BROKEN one is fine"));

        assertThat(reading.intents()).extracting(label -> label.value()).containsExactly(Intent.PRAISE, Intent.THANKS);
        assertThat(reading.primary().source()).isEqualTo(LabelSource.TEAM);
        assertThat(reading.primary().score()).isEqualTo(1);
        assertThat(reading.primary().words()).isEmpty();
        assertThat(with(made.duplicates()).read(item("it is broken"))).isEqualTo(reader.read(item("it is broken")));
    }

    @Test
    void given_a_corrected_language_when_a_duplicate_comes_then_it_is_read_in_that_language() {
        var made = maker.make(List.of(lesson("sound awful", "language=nl")), Optional.empty());

        var reading = with(made.duplicates()).read(item("sound awful"));

        assertThat(reading.language().value()).isEqualTo("nl");
        assertThat(reading.language().source()).isEqualTo(LabelSource.TEAM);
        assertThat(reading.sentiment().value()).isEqualTo(Sentiment.UNKNOWN);
    }

    @Test
    void given_corrections_against_what_everybody_knows_when_learnt_then_the_core_set_refuses_them() {
        var harmful = new TeamLayers(reader, new Guard(core()), List.of());

        var made = harmful.make(lessons("intents=problem"), Optional.empty());

        assertThat(made.trial().refusal().orElseThrow()).startsWith("harm on the core set: intents 100.0 -> ");
        assertThat(with(made.duplicates())
                        .read(item("the gantry waits"))
                        .primary()
                        .value())
                .isEqualTo(Intent.CHAT);
        assertThat(with(made.duplicates())
                        .read(item(WORLD.getFirst()))
                        .primary()
                        .value())
                .isEqualTo(Intent.PROBLEM);
    }

    @Test
    void given_a_layer_that_passed_when_the_next_one_does_not_then_its_weights_read_on_beside_the_new_duplicates() {
        var passed = made("intents=problem");
        var next = new ArrayList<>(lessons("intents=problem"));
        next.add(lesson("what a day", "sentiment=positive"));

        var made = maker.make(next, Optional.of(passed.layer()));
        var kept = with(made.duplicates());

        assertThat(kept.read(item("gantry stuck near the east gate")).primary().value())
                .isEqualTo(Intent.PROBLEM);
        assertThat(kept.read(item("what a day")).sentiment().value()).isEqualTo(Sentiment.POSITIVE);
    }

    @Test
    void given_the_same_lessons_when_learnt_twice_then_the_bytes_are_the_same() {
        assertThat(made("intents=problem").layer())
                .isEqualTo(made("intents=problem").layer());
        assertThat(made("intents=problem").layer())
                .isNotEqualTo(made("urgency=3").layer());
    }

    @Test
    void given_a_damaged_active_layer_when_learnt_then_it_counts_as_none() {
        var damaged = LayerBytes.of(new byte[] {1, 2, 3});

        assertThat(maker.make(lessons("urgency=3"), Optional.of(damaged)).duplicates())
                .isEqualTo(maker.make(lessons("urgency=3"), Optional.empty()).duplicates());
    }

    @Test
    void given_a_layer_of_a_model_with_other_heads_when_read_then_only_its_duplicates_count() {
        var layer = TeamLayer.read(made("intents=problem").layer());
        var foreign = new TeamLayer(1, Layer.none(List.of("mood/bad")), List.of());
        var gantry = item(WORLD.getFirst());

        assertThat(reader.read(gantry, Optional.of(foreign))).isEqualTo(reader.read(gantry));
        assertThat(reader.read(gantry, Optional.of(layer))).isNotEqualTo(reader.read(gantry));
    }

    @Test
    void given_an_item_of_another_team_or_none_when_read_then_the_layer_does_not_bear_on_it() {
        var gantry = item(WORLD.getFirst());
        var taught = reader.with(team -> team.equals("press") ? layer() : Optional.empty());

        assertThat(taught.read(gantry)).isEqualTo(reader.read(gantry));
    }

    @Test
    void given_a_layer_when_its_shares_are_added_up_then_with_the_bias_they_are_the_logit() {
        var model = reader.model();
        var seen = reader.see(item("gantry broken, stuck again! awful"), layer());

        for (var head : model.heads()) {
            for (int output = 0; output < head.outputs().size(); output++) {
                double sum = seen.added().bias(head, output);
                for (Share share : seen.added().shares(head, output)) {
                    sum += share.logit();
                }
                assertThat(sum).isCloseTo(seen.added().logit(head, output), within(1e-9));
            }
        }
        int problem = model.head(TrainedReader.PRIMARY).output("problem");
        assertThat(seen.added().logit(model.head(TrainedReader.PRIMARY), problem))
                .isGreaterThan(seen.scores().logit(model.head(TrainedReader.PRIMARY), problem));
    }

    private Optional<TeamLayer> layer() {
        return Optional.of(TeamLayer.read(made("intents=problem").layer()));
    }

    private TrainedReader with(LayerBytes bytes) {
        var layer = TeamLayer.read(bytes);
        return reader.with(_ -> Optional.of(layer));
    }

    private Made made(String label) {
        return maker.make(lessons(label), Optional.empty());
    }

    private static List<Lesson> core() {
        return WORLD.stream()
                .map(text -> lesson(text.replace("gantry", "crane") + ", all is well", "intents=chat"))
                .toList();
    }

    private static List<Lesson> lessons(String label) {
        return WORLD.stream().map(text -> lesson(text, label)).toList();
    }

    private static Lesson lesson(String text, String label) {
        return new Lesson(item(text), Judgement.parse(label));
    }
}
