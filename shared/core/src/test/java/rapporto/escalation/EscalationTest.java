// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapporto.Sample.LUCA;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.SOURCE;
import static rapporto.Sample.reading;
import static rapporto.Sample.says;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.alert.AlertMessage;
import rapporto.alert.AlertRenderer;
import rapporto.alert.Alerts;
import rapporto.escalation.Case.State;
import rapporto.history.Understood;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.memory.InMemoryAlerts;
import rapporto.memory.InMemoryCases;
import rapporto.memory.InMemoryHistory;
import rapporto.memory.InMemoryTally;
import rapporto.outage.StoreUnavailable;
import rapporto.policy.Decision;
import rapporto.reading.Intent;
import rapporto.reading.Reading;
import rapporto.tally.Tally;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EscalationTest {
    private static final Reading RISK = reading(Intent.RISK, 3, "avvocato");
    private static final Reading QUESTION = reading(Intent.QUESTION, 1, "come");

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private Instant now = MORNING;

    @Test
    void given_a_risk_when_considered_then_one_alert_is_sent_and_the_case_says_so() {
        consider(says("m1", MARIA, "t1", MORNING, "avvocato!"), RISK);

        assertThat(alerts.published()).hasSize(1);
        assertThat(onlyCase("risk", "m1", "t1").state()).isEqualTo(State.SENT);
        assertThat(alerts.published().getFirst().attributes()).containsEntry("team", "legal");
    }

    @Test
    void given_the_same_message_three_times_when_considered_then_there_is_one_alert_and_one_occurrence() {
        var threat = says("m1", MARIA, "t1", MORNING, "avvocato!");
        consider(threat, RISK);
        consider(threat, RISK);
        consider(threat, RISK);

        assertThat(alerts.published()).hasSize(1);
        assertThat(onlyCase("risk", "m1", "t1").occurrences()).isEqualTo(1);
    }

    @Test
    void given_repeats_of_a_concern_when_considered_then_occurrences_rise_and_nobody_is_alerted_again() {
        consider(says("m1", MARIA, "t1", MORNING, "avvocato!"), RISK);
        consider(says("m2", MARIA, "t1", MORNING, "avvocato!!"), RISK);
        consider(says("m2", MARIA, "t1", MORNING, "avvocato!!"), RISK);

        assertThat(alerts.published()).hasSize(1);
        assertThat(onlyCase("risk", "m1", "t1").occurrences()).isEqualTo(2);
    }

    @Test
    void given_another_person_thread_or_rule_when_considered_then_it_is_another_concern() {
        consider(says("m1", MARIA, "t1", MORNING, "avvocato!"), RISK);
        consider(says("m2", LUCA, "t1", MORNING, "avvocato!"), RISK);
        consider(says("m3", MARIA, "t2", MORNING, "avvocato!"), RISK);
        consider(says("m4", MARIA, "t1", MORNING, "subito"), reading(Intent.PROBLEM, 2, "subito"));

        assertThat(alerts.published())
                .extracting(AlertMessage::id)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(alerts.published().getLast().attributes()).containsEntry("team", "support");
    }

    @Test
    void given_three_copies_at_once_when_the_first_is_about_to_publish_then_the_others_do_not() {
        var threat = says("m1", MARIA, "t1", MORNING, "avvocato!");
        var copy = new Referral(SOURCE, new Understood(threat, RISK));

        escalation(message -> {
                    escalation(alerts).consider(copy);
                    alerts.publish(message);
                })
                .consider(copy);
        escalation(alerts).consider(copy);

        assertThat(alerts.published()).hasSize(1);
        assertThat(onlyCase("risk", "m1", "t1").occurrences()).isEqualTo(1);
    }

    @Test
    void given_a_crash_before_publishing_when_a_minute_has_passed_then_the_clock_publishes_the_same_alert() {
        var threat = says("m1", MARIA, "t1", MORNING, "avvocato!");
        assertThatThrownBy(() -> escalation(this::refuse).consider(new Referral(SOURCE, new Understood(threat, RISK))))
                .isInstanceOf(StoreUnavailable.class);

        now = MORNING.plusSeconds(60);
        assertThat(round().run()).isEqualTo(new ClockRound.Done(0, 0, 0));
        now = MORNING.plusSeconds(61);
        assertThat(round().run()).isEqualTo(new ClockRound.Done(1, 0, 0));
        assertThat(round().run()).isEqualTo(new ClockRound.Done(0, 0, 0));

        assertThat(alerts.published())
                .extracting(AlertMessage::id)
                .containsExactly(concern("risk", "m1", "t1").alertId());
    }

    @Test
    void given_an_alert_that_the_topic_refuses_when_the_clock_runs_then_the_others_are_sent_and_the_fault_is_told() {
        var tally = new InMemoryTally();
        for (var person : List.of(MARIA, LUCA)) {
            var threat = says("m-" + person.nativeId(), person, "t1", MORNING, "avvocato!");
            assertThatThrownBy(
                            () -> escalation(this::refuse).consider(new Referral(SOURCE, new Understood(threat, RISK))))
                    .isInstanceOf(StoreUnavailable.class);
        }
        ask("m1", MORNING);
        now = MORNING.plus(Duration.ofHours(5));
        var refused = cases.pendingSince(now, 10).getFirst().id();

        assertThatThrownBy(() -> round(refusing(refused), tally).run()).isInstanceOf(StoreUnavailable.class);

        assertThat(alerts.published()).hasSize(2);
        assertThat(cases.pendingSince(now, 10)).extracting(Case::id).containsExactly(refused);
        assertThat(tally.of("AlertsUnsent", Map.of())).isEqualTo(2);
    }

    @Test
    void given_a_question_that_nobody_answers_when_its_time_is_up_then_the_sources_team_is_alerted_once() {
        ask("m1", MORNING);
        assertThat(alerts.published()).isEmpty();

        now = MORNING.plus(Duration.ofHours(4));
        assertThat(round().run().raised()).isZero();
        now = now.plusSeconds(1);
        assertThat(round().run().raised()).isEqualTo(1);
        assertThat(round().run()).isEqualTo(new ClockRound.Done(0, 0, 0));

        assertThat(alerts.published()).hasSize(1);
        assertThat(alerts.published().getFirst().attributes()).containsEntry("team", "support");
    }

    @Test
    void given_a_question_that_somebody_else_answers_when_its_time_is_up_then_it_is_closed() {
        ask("m1", MORNING);
        remember(says("m2", LUCA, "t1", MORNING.plusSeconds(60), "così"), reading(Intent.CHAT, 0));

        assertThat(dueRound()).isEqualTo(new ClockRound.Done(0, 0, 1));
        assertThat(onlyCase("unanswered", "m1", "t1").state()).isEqualTo(State.CLOSED);
    }

    @Test
    void given_a_question_with_only_a_bot_a_reaction_and_the_asker_after_it_when_due_then_it_is_raised() {
        ask("m1", MORNING);
        var later = MORNING.plusSeconds(60);
        remember(says("m2", LUCA, "t1", later, "auto-reply").by(Origin.BOT), reading(Intent.CHAT, 0));
        remember(says("m3", MARIA, "t1", later, "nessuno?"), reading(Intent.CHAT, 0));
        var thumb = says("m4", LUCA, "t1", later, "");
        remember(
                new Interaction(
                        thumb.key(),
                        1,
                        Change.CREATED,
                        Kind.REACTION,
                        Origin.PERSON,
                        thumb.from(),
                        thumb.thread(),
                        later,
                        false,
                        thumb.words(),
                        thumb.link(),
                        thumb.language()),
                reading(Intent.CHAT, 0));

        assertThat(dueRound()).isEqualTo(new ClockRound.Done(0, 1, 0));
    }

    @Test
    void given_a_question_that_was_deleted_or_edited_into_something_else_when_due_then_it_is_closed() {
        var deleted = ask("m1", MORNING);
        remember(Sample.changed(deleted, Change.DELETED, 99, ""), reading(Intent.CHAT, 0));
        var edited = says("m2", LUCA, "t2", MORNING, "come?");
        remember(edited, QUESTION);
        consider(edited, QUESTION);
        remember(Sample.changed(edited, Change.EDITED, Long.MAX_VALUE, "risolto"), reading(Intent.CHAT, 0));

        assertThat(dueRound()).isEqualTo(new ClockRound.Done(0, 0, 2));
        assertThat(alerts.published()).isEmpty();
    }

    @Test
    void given_a_second_question_in_the_thread_when_due_then_one_alert_counts_both() {
        ask("m1", MORNING);
        ask("m2", MORNING.plusSeconds(5));

        assertThat(dueRound().raised()).isEqualTo(1);
        assertThat(alerts.published().getFirst().body()).contains("\"occurrences\":2");
    }

    @Test
    void given_what_she_did_before_when_alerted_then_the_alert_shows_her_last_five_without_this_one() {
        for (int i = 0; i < 7; i++) {
            remember(
                    says("old" + i, MARIA, "t0", MORNING.minusSeconds(600 - i), "prima " + i), reading(Intent.CHAT, 0));
        }
        var threat = says("m1", MARIA, "t1", MORNING, "avvocato!");
        remember(threat, RISK);
        consider(threat, RISK);

        assertThat(alerts.published().getFirst().body())
                .contains("prima 6", "prima 5", "prima 4", "prima 3", "prima 2")
                .doesNotContain("prima 1");
    }

    @Test
    void given_chat_when_considered_then_nothing_happens() {
        assertThat(consider(says("m1", MARIA, "t1", MORNING, "ciao"), reading(Intent.CHAT, 0)))
                .isEqualTo(new Decision.Rest("no rule matched"));
    }

    @Test
    void given_a_source_that_left_the_settings_when_alerted_then_the_case_is_still_somebodys() {
        var urgent = new Understood(says("m1", MARIA, "t1", MORNING, "subito"), reading(Intent.PROBLEM, 3));
        escalation(alerts).consider(new Referral(new rapporto.interaction.SourceId("slack", "gone"), urgent));

        assertThat(alerts.published().getFirst().attributes()).containsEntry("team", Escalation.UNASSIGNED);
    }

    @Test
    void given_a_referral_when_it_travels_then_it_is_the_same() {
        var referral = new Referral(SOURCE, new Understood(says("m1", MARIA, "t1", MORNING, "àvvocato \"1\""), RISK));

        assertThat(ReferralJson.read(ReferralJson.write(referral))).isEqualTo(referral);
    }

    private Interaction ask(String id, Instant at) {
        var question = says(id, MARIA, "t1", at, "come si fa?");
        remember(question, QUESTION);
        consider(question, QUESTION);
        return question;
    }

    private ClockRound.Done dueRound() {
        now = MORNING.plus(Duration.ofHours(5));
        return round().run();
    }

    private void remember(Interaction interaction, Reading reading) {
        history.remember(new Understood(interaction, reading), Optional.empty());
    }

    private Decision consider(Interaction interaction, Reading reading) {
        return escalation(alerts).consider(new Referral(SOURCE, new Understood(interaction, reading)));
    }

    private Case onlyCase(String rule, String id, String thread) {
        return cases.find(concern(rule, id, thread).id()).orElseThrow();
    }

    private static Concern concern(String rule, String id, String thread) {
        return Concern.of(rule, says(id, MARIA, thread, MORNING, ""));
    }

    private Escalation escalation(Alerts topic) {
        return new Escalation(
                Sample::settings, history, cases, topic, new AlertRenderer("test"), new InMemoryTally(), () -> now);
    }

    private ClockRound round() {
        return round(alerts, new InMemoryTally());
    }

    private ClockRound round(Alerts topic, Tally tally) {
        return new ClockRound(Sample::settings, history, cases, topic, new AlertRenderer("test"), tally, () -> now);
    }

    private Alerts refusing(String caseId) {
        var refused = cases.find(caseId).orElseThrow().alert().orElseThrow().id();
        return message -> {
            if (message.id().equals(refused)) {
                refuse(message);
            }
            alerts.publish(message);
        };
    }

    private void refuse(AlertMessage message) {
        throw new StoreUnavailable("sns", "publish", message.id(), new IllegalStateException("down"));
    }
}
