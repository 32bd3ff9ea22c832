// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import rapporto.tally.Tally;

/** Counts in memory. Thread-safe. */
public final class InMemoryTally implements Tally {
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String what, Map<String, String> by) {
        counts.merge(what + new TreeMap<>(by), 1, Integer::sum);
    }

    /** How often exactly this was counted. */
    public int of(String what, Map<String, String> by) {
        return counts.getOrDefault(what + new TreeMap<>(by), 0);
    }
}
