// SPDX-License-Identifier: Apache-2.0
package rapporto.tally;

import java.util.Map;

/** Counts what happened. Counting never fails and never waits. */
public interface Tally {
    /**
     * One more of {@code what}.
     *
     * @param what a fixed name: {@code DeliveriesAccepted}
     * @param by fixed words that it is told apart by, such as channel and reason
     */
    void count(String what, Map<String, String> by);
}
