// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import rapporto.alert.AlertRenderer;
import rapporto.alert.Alerts;
import rapporto.history.History;
import rapporto.history.Understood;
import rapporto.interaction.Interaction;
import rapporto.interaction.SourceId;
import rapporto.policy.Decision;
import rapporto.policy.Rule;
import rapporto.settings.Settings;
import rapporto.settings.SourceSettings;
import rapporto.tally.Tally;

/**
 * Decides what an interaction calls for, and does it. Considering the same interaction again changes nothing, so a
 * message may come any number of times.
 */
public final class Escalation {
    /** Whom a case calls whose source has left the settings since. */
    static final String UNASSIGNED = "unassigned";

    private final Supplier<Settings> settings;
    private final Cases cases;
    private final Alerts alerts;
    private final AlertWriter writer;
    private final Tally tally;
    private final InstantSource clock;

    /**
     * @param settings those that hold at the time of the call
     * @param renderer writes alerts, with what {@code history} knows of the person
     */
    public Escalation(
            Supplier<Settings> settings,
            History history,
            Cases cases,
            Alerts alerts,
            AlertRenderer renderer,
            Tally tally,
            InstantSource clock) {
        this.settings = settings;
        this.cases = cases;
        this.alerts = alerts;
        this.writer = new AlertWriter(history, renderer);
        this.tally = tally;
        this.clock = clock;
    }

    /** Considers what was referred; returns what was decided. */
    public Decision consider(Referral referral) {
        var source = referral.source();
        var understood = referral.understood();
        var now = clock.instant();
        var decision = settings.get().policy().decide(understood.interaction(), understood.reading());
        switch (decision) {
            case Decision.Rest _ -> {}
            case Decision.Raise raise -> raise(source, understood, raise, now);
            case Decision.Watch watch -> watch(source, understood.interaction(), watch, now);
        }
        return decision;
    }

    private void raise(SourceId source, Understood understood, Decision.Raise raise, Instant now) {
        var concern = Concern.of(raise.rule().id(), understood.interaction());
        var key = understood.interaction().key();
        // Pending or not: whoever opened it may be about to publish, and after a crash the clock does.
        if (cases.find(concern.id()).isPresent()) {
            cases.feed(concern.id(), key, now);
            return;
        }
        var team = team(raise.rule(), source);
        var dueAt = now.plus(raise.rule().answerWithin());
        var moment = new AlertWriter.Moment(now, dueAt, 1);
        var message = writer.write(concern, understood, raise.rule(), raise.evidence(), team, moment);
        var fresh = Case.pending(concern, team, key, now, dueAt, message);
        if (cases.open(fresh)) {
            tally.count("CasesOpened", Map.of("rule", concern.rule()));
            publish(fresh);
        } else {
            cases.feed(concern.id(), key, now);
        }
    }

    private void watch(SourceId source, Interaction question, Decision.Watch watch, Instant now) {
        var concern = Concern.of(watch.rule().id(), question);
        var dueAt = question.at().plus(watch.unanswered());
        var team = team(watch.rule(), source);
        if (!cases.open(Case.waiting(concern, team, question.key(), now, dueAt))) {
            cases.feed(concern.id(), question.key(), now);
        }
    }

    private String team(Rule rule, SourceId source) {
        return rule.team()
                .or(() -> settings.get().source(source).map(SourceSettings::team))
                .orElse(UNASSIGNED);
    }

    private void publish(Case pending) {
        alerts.publish(pending.alert().orElseThrow());
        cases.sent(pending.id(), clock.instant());
        tally.count("AlertsSent", Map.of("rule", pending.rule()));
    }
}
