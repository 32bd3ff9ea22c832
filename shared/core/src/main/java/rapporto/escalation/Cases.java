// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rapporto.alert.AlertMessage;
import rapporto.interaction.ContentKey;

/**
 * The store of cases: every change is one conditional write on the case's own item. Every implementation passes
 * {@code CasesContract}. All methods throw {@link rapporto.outage.StoreUnavailable} when the store did not answer;
 * calling again is safe.
 */
public interface Cases {
    /** The case of a concern, as of the last write. */
    Optional<Case> find(String id);

    /**
     * Writes {@code fresh} unless its concern has a case already.
     *
     * @return whether it was written; false means that somebody else opened it first
     */
    boolean open(Case fresh);

    /** Counts {@code by} as one more occurrence; the same interaction counts once, the one that opened it never. */
    void feed(String id, ContentKey by, Instant now);

    /**
     * Turns a waiting case into a pending one.
     *
     * @return whether it was still waiting
     */
    boolean alert(String id, AlertMessage alert, Instant now, Instant dueAt);

    /** Notes that the alert of a pending case was published; nothing changes when it was noted before. */
    void sent(String id, Instant now);

    /**
     * Closes a waiting case.
     *
     * @return whether it was still waiting
     */
    boolean close(String id, Instant now);

    /** Cases whose alert is pending since before {@code then}, oldest first. May lag a second behind. */
    List<Case> pendingSince(Instant then, int limit);

    /** Waiting cases that were due before {@code then}, most overdue first. May lag a second behind. */
    List<Case> waitingDue(Instant then, int limit);

    /** Alerted cases whose answer is due before {@code then}, earliest first. May lag a second behind. */
    List<Case> alertedDue(Instant then, int limit);
}
