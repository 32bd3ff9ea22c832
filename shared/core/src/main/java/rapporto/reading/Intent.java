// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

import java.util.Locale;

/** Why somebody wrote. Several may hold; the primary one is the first that holds in this order (label guide). */
public enum Intent {
    SPAM,
    RISK,
    PRESS,
    JOB,
    OFFER,
    PROBLEM,
    COMPLAINT,
    IDEA,
    QUESTION,
    ANSWER,
    PRAISE,
    THANKS,
    CHAT;

    /** The label guide's word: {@code complaint}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
