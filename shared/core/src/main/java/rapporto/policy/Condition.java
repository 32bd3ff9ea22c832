// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

import java.time.Duration;
import rapporto.reading.Intent;

/** What a rule looks at. */
public sealed interface Condition {
    /** The item is at least this urgent; 1 to 3. */
    record UrgencyAtLeast(int level) implements Condition {}

    /** The intent holds, whether or not it is the primary one. */
    record IntentIs(Intent intent) implements Condition {}

    /** A question that nobody else answered for this long. */
    record Unanswered(Duration after) implements Condition {}
}
