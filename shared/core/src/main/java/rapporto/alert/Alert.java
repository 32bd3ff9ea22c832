// SPDX-License-Identifier: Apache-2.0
package rapporto.alert;

import java.time.Instant;
import java.util.List;
import rapporto.history.Entry;
import rapporto.policy.Evidence;
import rapporto.policy.Rule;

/**
 * Everything that an alert tells a team.
 *
 * @param id the same for the same concern, however often it is sent: {@code al_...}
 * @param dedupKey what ties repeats together in the receiver's tool; at most 255 characters
 * @param raisedAt when the concern became an alert
 * @param rule that matched, and {@code evidence} why
 * @param about the interaction that raised it; has an author
 * @param language ISO 639-1 or {@code und}
 * @param recent the person's latest interactions, newest first, without {@code about}
 * @param team whom it calls
 * @param dueAt until when an answer is promised
 */
public record Alert(
        String id,
        String dedupKey,
        Instant raisedAt,
        Rule rule,
        Evidence evidence,
        Entry about,
        String language,
        List<Entry> recent,
        String team,
        Instant dueAt,
        int occurrences) {
    /** How many of a person's interactions an alert shows. */
    public static final int RECENT = 5;
}
