// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.RISK;
import static rapporto.Sample.UNANSWERED;
import static rapporto.Sample.URGENT;
import static rapporto.Sample.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapporto.Sample;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Origin;
import rapporto.reading.Intent;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PolicyTest {
    private static final Policy POLICY = new Policy(List.of(RISK, URGENT, UNANSWERED));
    private static final Interaction POST = Sample.says("m1", MARIA, "t1", MORNING, "mi rivolgo a un avvocato");

    @Test
    void given_two_rules_that_match_when_decided_then_the_first_decides_and_names_the_words() {
        var decision = POLICY.decide(POST, reading(Intent.RISK, 3, "avvocato"));

        assertThat(decision)
                .isEqualTo(new Decision.Raise(
                        RISK,
                        new Evidence(
                                0.95,
                                List.of("avvocato"),
                                "rule \"risk\" matched: risk, 95 % sure because of \"avvocato\"")));
    }

    @Test
    void given_urgency_at_the_level_when_decided_then_it_is_raised_and_below_not() {
        assertThat(POLICY.decide(POST, reading(Intent.PROBLEM, 2))).isInstanceOf(Decision.Raise.class);
        assertThat(POLICY.decide(POST, reading(Intent.PROBLEM, 1))).isEqualTo(new Decision.Rest("no rule matched"));
    }

    @Test
    void given_a_question_when_decided_then_it_is_watched() {
        assertThat(POLICY.decide(POST, reading(Intent.QUESTION, 1, "come")))
                .isInstanceOfSatisfying(Decision.Watch.class, watch -> assertThat(watch.unanswered())
                        .isEqualTo(Duration.ofHours(4)));
        assertThat(POLICY.wantsALook(POST, reading(Intent.QUESTION, 1))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"BOT", "OWN"})
    void given_a_bot_or_ourselves_when_decided_then_it_rests(Origin origin) {
        assertThat(POLICY.wantsALook(POST.by(origin), reading(Intent.RISK, 3))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Change.class,
            names = {"HIDDEN", "DELETED"})
    void given_a_withdrawal_when_decided_then_it_rests(Change change) {
        assertThat(POLICY.decide(Sample.changed(POST, change, 9, ""), reading(Intent.RISK, 3)))
                .isEqualTo(new Decision.Rest("withdrawn"));
    }

    @Test
    void given_nobody_to_be_concerned_about_when_decided_then_it_rests() {
        var nobody = new Interaction(
                POST.key(),
                1,
                Change.CREATED,
                POST.kind(),
                Origin.PERSON,
                Optional.empty(),
                POST.thread(),
                MORNING,
                false,
                POST.words(),
                POST.link(),
                POST.language());

        assertThat(POLICY.decide(nobody, reading(Intent.RISK, 3))).isEqualTo(new Decision.Rest("author unknown"));
    }
}
