// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.correction.Corrected.Learnt;
import rapporto.correction.Layers.Kind;
import rapporto.correction.Trial.Points;
import rapporto.interaction.Change;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Interaction;
import rapporto.memory.InMemoryCorrections;
import rapporto.memory.InMemoryHistory;
import rapporto.memory.InMemoryLayers;
import rapporto.reading.Item;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectingTest {
    private static final String TEAM = "support";

    private final InMemoryCorrections corrections = new InMemoryCorrections();
    private final InMemoryLayers layers = new InMemoryLayers();
    private final InMemoryHistory history = new InMemoryHistory();
    private final Correcting correcting =
            new Correcting(corrections, layers, history, said -> Item.of(said.words()), this::make, this::tick);
    private Instant now = Sample.MORNING;
    private double gain = 10;

    @Test
    void given_an_item_when_corrected_then_the_layer_learnt_from_it_reads_and_its_text_is_not_kept() {
        var item = remember("the tap drips");

        var learnt = correct(item, "urgency=2");

        assertThat(learnt.active()).isEqualTo(1);
        assertThat(learnt.proposal()).isEmpty();
        assertThat(active()).isEqualTo("urgency=2 of the tap drips");
        assertThat(corrections.of(TEAM)).singleElement().satisfies(kept -> {
            assertThat(kept.item()).isEqualTo(item.key());
            assertThat(kept.toString()).doesNotContain("tap drips");
        });
    }

    @Test
    void given_an_item_that_nobody_wrote_when_corrected_then_nothing_is_kept() {
        var unknown = new ContentKey("slack", "T1", "nowhere");

        assertThat(correcting.correct(TEAM, unknown, List.of(Judgement.parse("urgency=2")), "mia", Role.MEMBER))
                .isEqualTo(new Corrected.NoSuchItem(unknown));
        assertThat(corrections.of(TEAM)).isEmpty();
        assertThat(layers.versions(TEAM)).isEmpty();
    }

    @Test
    void given_a_trial_that_is_not_passed_when_corrected_then_it_is_a_proposal_and_duplicates_follow_all_the_same() {
        correct(remember("the tap drips"), "urgency=2");
        gain = -1;

        var learnt = correct(remember("the roof leaks"), "urgency=3");

        assertThat(learnt.proposal()).contains(2L);
        assertThat(learnt.active()).isEqualTo(3);
        assertThat(correcting.rollBack(TEAM, 2)).isFalse();
        assertThat(active()).startsWith("duplicates [urgency=3 of the roof leaks");
        assertThat(layers.versions(TEAM))
                .extracting(Layers.Version::kind)
                .containsExactly(Kind.DUPLICATES, Kind.PROPOSAL, Kind.TRAINED);
    }

    @Test
    void given_versions_when_rolled_back_then_the_bytes_are_those_of_then() {
        correct(remember("the tap drips"), "urgency=2");
        var before = active();
        correct(remember("the roof leaks"), "urgency=3");
        assertThat(active()).isNotEqualTo(before);

        assertThat(correcting.rollBack(TEAM, 1)).isTrue();
        assertThat(active()).isEqualTo(before);
        assertThat(correcting.rollBack(TEAM, 9)).isFalse();
        assertThat(correcting.rollBack(TEAM, Layers.NONE)).isTrue();
        assertThat(layers.active(TEAM)).isEqualTo(Layers.NONE);
    }

    @Test
    void given_a_person_who_was_forgotten_when_learnt_again_then_their_corrections_are_dropped() {
        var gone = remember("the tap drips");
        correct(gone, "urgency=2");
        forget(gone);

        var learnt = correct(remember("the roof leaks"), "urgency=3");

        assertThat(learnt.dropped()).containsExactly(gone.key());
        assertThat(active()).isEqualTo("urgency=3 of the roof leaks");
        assertThat(correcting.correct(TEAM, gone.key(), List.of(Judgement.parse("urgency=2")), "mia", Role.MEMBER))
                .isEqualTo(new Corrected.NoSuchItem(gone.key()));
    }

    @Test
    void given_nobody_left_to_learn_from_when_learnt_again_then_no_layer_reads() {
        var gone = remember("the tap drips");
        correct(gone, "urgency=2");
        forget(gone);

        assertThat(correcting.learn(TEAM).trial()).isEmpty();
        assertThat(layers.active(TEAM)).isEqualTo(Layers.NONE);
    }

    @Test
    void given_a_contradiction_when_corrected_then_the_senior_one_is_learnt_and_the_other_shown() {
        var item = remember("the tap drips");
        correcting.correct(TEAM, item.key(), List.of(Judgement.parse("urgency=3")), "otto", Role.OWNER);

        var learnt = correct(item, "urgency=1");

        assertThat(active()).isEqualTo("urgency=3 of the tap drips");
        assertThat(learnt.settled().overruled(item.key())).singleElement().satisfies(overruled -> {
            assertThat(overruled.correction().by()).isEqualTo("mia");
            assertThat(overruled.by().by()).isEqualTo("otto");
        });
    }

    @Test
    void given_the_same_said_again_when_learnt_then_there_is_no_new_version() {
        var item = remember("the tap drips");
        correct(item, "urgency=2");
        correct(item, "urgency=2");

        assertThat(layers.versions(TEAM)).hasSize(1);
    }

    private Learnt correct(Interaction item, String label) {
        return (Learnt) correcting.correct(TEAM, item.key(), List.of(Judgement.parse(label)), "mia", Role.MEMBER);
    }

    private String active() {
        return layers.find(TEAM, layers.active(TEAM))
                .map(layer -> new String(layer.toArray(), StandardCharsets.UTF_8))
                .orElse("none");
    }

    private Interaction remember(String text) {
        var interaction = Sample.says(text.replace(' ', '-'), Sample.MARIA, "t1", Sample.MORNING, text);
        history.remember(Sample.chat(interaction), Optional.empty());
        return interaction;
    }

    private void forget(Interaction item) {
        var deleted = Sample.changed(item, Change.DELETED, item.version() + 1, "");
        history.remember(Sample.chat(deleted), Optional.empty());
    }

    /** What it was taught, in words. */
    private LayerMaker.Made make(List<Lesson> lessons, Optional<LayerBytes> active) {
        var taught = lessons.stream()
                .map(lesson -> "%s=%s of %s"
                        .formatted(
                                lesson.judgement().head(),
                                lesson.judgement().value(),
                                lesson.item().words().passage()))
                .collect(Collectors.joining("; "));
        var trial = new Trial(lessons.size(), new Points("folds", 50, 50 + gain), List.of());
        return new LayerMaker.Made(bytes(taught), trial, bytes("duplicates [%s]".formatted(taught)));
    }

    private static LayerBytes bytes(String text) {
        return LayerBytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
