// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rapporto.correction.Correction;
import rapporto.correction.Corrections;

/** Corrections that end with the process. Thread-safe. */
public final class InMemoryCorrections implements Corrections {
    private final Set<Correction> all = new LinkedHashSet<>();

    @Override
    public synchronized void append(Correction correction) {
        all.add(correction);
    }

    @Override
    public synchronized List<Correction> of(String team) {
        return all.stream()
                .filter(correction -> correction.team().equals(team))
                .sorted(Comparator.comparing(Correction::at))
                .toList();
    }
}
