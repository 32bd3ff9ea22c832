// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

import java.time.Duration;

/** What an interaction calls for. Returned as data; {@code Escalation} acts on it. */
public sealed interface Decision {
    /** Nothing, for this reason. */
    record Rest(String reason) implements Decision {}

    /** An alert at once. */
    record Raise(Rule rule, Evidence evidence) implements Decision {}

    /** An alert if nobody else has answered after this time. */
    record Watch(Rule rule, Duration unanswered, Evidence evidence) implements Decision {}
}
