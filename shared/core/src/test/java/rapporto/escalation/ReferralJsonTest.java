// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.SOURCE;
import static rapporto.Sample.says;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapporto.history.Understood;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferralJsonTest {
    @ParameterizedTest
    @EnumSource
    void given_a_label_by_anybody_when_it_travels_then_source_score_and_words_arrive(LabelSource source) {
        arrives(reading(Sentiment.NEGATIVE, Toxicity.TOXIC, source));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCERTAIN", "UNKNOWN"})
    void given_a_head_that_does_not_know_when_it_travels_then_that_arrives(Sentiment sentiment) {
        arrives(reading(sentiment, Toxicity.valueOf(sentiment.name()), LabelSource.MODEL));
    }

    private static void arrives(Reading reading) {
        var sent = new Referral(SOURCE, new Understood(says("m1", MARIA, "t1", MORNING, "perché?"), reading));

        assertThat(ReferralJson.read(ReferralJson.write(sent))).isEqualTo(sent);
    }

    private static Reading reading(Sentiment sentiment, Toxicity toxicity, LabelSource source) {
        return new Reading(
                3,
                new Label<>("it", 0.987, source, List.of("perché")),
                new Label<>(sentiment, 0.5, source, List.of("né, \"né\"")),
                List.of(
                        new Label<>(Intent.QUESTION, 0.75, source, List.of("perché")),
                        new Label<>(Intent.ANSWER, 0.5, source, List.of())),
                new Label<>(2, 0.333, source, List.of("🔥")),
                new Label<>(toxicity, 0.125, source, List.of()));
    }
}
