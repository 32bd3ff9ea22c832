// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapporto.correction.LayerBytes;
import rapporto.correction.Layers;
import rapporto.correction.Trial;

/** Layers that end with the process. Thread-safe. */
public final class InMemoryLayers implements Layers {
    private final Map<String, List<Kept>> kept = new HashMap<>();
    private final Map<String, Long> active = new HashMap<>();

    private record Kept(Version version, LayerBytes layer) {}

    @Override
    public synchronized Version put(String team, LayerBytes layer, Kind kind, Trial trial, Instant now) {
        var own = kept.computeIfAbsent(team, _ -> new ArrayList<>());
        var version = new Version(own.size() + 1L, now, kind, trial, layer.digest());
        own.add(new Kept(version, layer));
        return version;
    }

    @Override
    public synchronized List<Version> versions(String team) {
        return kept.getOrDefault(team, List.of()).stream()
                .map(Kept::version)
                .toList()
                .reversed();
    }

    @Override
    public synchronized Optional<LayerBytes> find(String team, long version) {
        return kept.getOrDefault(team, List.of()).stream()
                .filter(one -> one.version().number() == version)
                .map(Kept::layer)
                .findFirst();
    }

    @Override
    public synchronized long active(String team) {
        return active.getOrDefault(team, NONE);
    }

    @Override
    public synchronized void activate(String team, long version, Instant now) {
        active.put(team, version);
    }
}
