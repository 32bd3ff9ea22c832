// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.history.Understood;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Origin;
import rapporto.memory.InMemoryCorrections;
import rapporto.memory.InMemoryHistory;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfferingTest {
    private static final Instant NOW = Sample.MORNING;

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryCorrections corrections = new InMemoryCorrections();

    @Test
    void given_doubtful_readings_when_offered_then_the_five_least_sure_come_first() {
        for (int i = 1; i <= 9; i++) {
            remember("m" + i, 0.05 * i, Sentiment.NEUTRAL, NOW.minusSeconds(i));
        }
        remember("sure", 0.9, Sentiment.NEUTRAL, NOW);
        remember("unsure-of-feeling", 0.9, Sentiment.UNCERTAIN, NOW);

        assertThat(offered()).containsExactly("m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void given_items_corrected_today_when_offered_again_then_they_are_done_and_no_others_come_for_them() {
        for (int i = 1; i <= 9; i++) {
            remember("m" + i, 0.05 * i, Sentiment.NEUTRAL, NOW.minusSeconds(i));
        }
        correct("m1", NOW);
        correct("m3", NOW);
        correct("m9", NOW.minus(Duration.ofDays(1)));

        assertThat(offered()).containsExactly("m2", "m4", "m5");
    }

    @Test
    void given_what_is_old_or_ours_or_of_another_team_when_offered_then_it_is_left_out() {
        remember("old", 0.1, Sentiment.NEUTRAL, NOW.minus(Duration.ofDays(8)));
        remember("press", 0.1, Sentiment.NEUTRAL, NOW);
        var ours = Sample.says("ours", Sample.LUCA, "t", NOW, "hello").by(Origin.OWN);
        history.remember(new Understood(ours, reading(0.1, Sentiment.NEUTRAL)), Optional.empty());
        var expired = Sample.says("expired", Sample.LUCA, "t", NOW, "hello");
        history.remember(new Understood(expired, reading(0.1, Sentiment.NEUTRAL)), Optional.of(NOW));

        assertThat(offered()).isEmpty();
    }

    private List<String> offered() {
        return new Offering(
                        history,
                        corrections,
                        key -> key.nativeId().equals("press") ? Optional.of("press") : Optional.empty(),
                        () -> NOW)
                .today("support").stream()
                        .map(Offer::item)
                        .map(ContentKey::nativeId)
                        .toList();
    }

    private void correct(String id, Instant at) {
        corrections.append(new Correction("support", Sample.key(id), new Judgement.Urgency(2), "mia", Role.MEMBER, at));
    }

    private void remember(String id, double score, Sentiment sentiment, Instant at) {
        history.remember(
                new Understood(Sample.says(id, Sample.MARIA, "t", at, "hello " + id), reading(score, sentiment)),
                Optional.empty());
    }

    private static Reading reading(double score, Sentiment sentiment) {
        return new Reading(
                1,
                new Label<>("en", 1, LabelSource.MODEL, List.of()),
                new Label<>(sentiment, sentiment == Sentiment.UNCERTAIN ? 0.35 : 0.8, LabelSource.MODEL, List.of()),
                List.of(new Label<>(Intent.CHAT, score, LabelSource.MODEL, List.of())),
                new Label<>(0, 1, LabelSource.MODEL, List.of()),
                new Label<>(Toxicity.CLEAN, 1, LabelSource.MODEL, List.of()));
    }
}
