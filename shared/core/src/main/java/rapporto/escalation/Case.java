// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.time.Instant;
import java.util.Optional;
import rapporto.alert.AlertMessage;
import rapporto.interaction.ContentKey;

/**
 * Where a concern stands.
 *
 * @param id of the concern
 * @param rule by its id, in the settings at the time
 * @param team whom it calls, or would call
 * @param openedBy the interaction that opened it
 * @param dueAt while waiting: when the question counts as unanswered; once alerted: until when an answer is promised
 * @param alert what is published; empty while waiting
 * @param occurrences how many interactions fed it, the first included
 */
public record Case(
        String id,
        State state,
        String rule,
        String team,
        ContentKey openedBy,
        Instant changedAt,
        Instant dueAt,
        Optional<AlertMessage> alert,
        int occurrences) {
    /** The life of a case. */
    public enum State {
        /** A question that others may still answer. */
        WAITING,
        /** The alert is written here and may or may not have been published. */
        PENDING,
        /** The alert was published. */
        SENT,
        /** Nothing to alert about after all: answered, or withdrawn. */
        CLOSED
    }

    static Case waiting(Concern concern, String team, ContentKey openedBy, Instant now, Instant dueAt) {
        return new Case(concern.id(), State.WAITING, concern.rule(), team, openedBy, now, dueAt, Optional.empty(), 1);
    }

    static Case pending(
            Concern concern, String team, ContentKey openedBy, Instant now, Instant dueAt, AlertMessage alert) {
        return new Case(concern.id(), State.PENDING, concern.rule(), team, openedBy, now, dueAt, Optional.of(alert), 1);
    }

    /** The same case in another state. */
    public Case with(State state, Instant changedAt, int occurrences) {
        return new Case(id, state, rule, team, openedBy, changedAt, dueAt, alert, occurrences);
    }

    /** The same case, pending with its alert. */
    public Case alerted(AlertMessage alert, Instant changedAt, Instant dueAt) {
        return new Case(id, State.PENDING, rule, team, openedBy, changedAt, dueAt, Optional.of(alert), occurrences);
    }
}
