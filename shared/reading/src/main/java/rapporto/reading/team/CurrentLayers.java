// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rapporto.correction.LayerBytes;
import rapporto.correction.Layers;
import rapporto.outage.StoreUnavailable;
import rapporto.reading.linear.ModelRefused;
import rapporto.tally.Tally;

/**
 * The layers that read now: looked up again each minute, the bytes only when the version changed. Keeps the last good
 * one while the store is away or holds one that is damaged. Thread-safe.
 */
public final class CurrentLayers {
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final Layers layers;
    private final Tally tally;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Held> held = new ConcurrentHashMap<>();

    private record Held(long version, Optional<TeamLayer> layer, Instant lookedUp) {
        Held at(Instant now) {
            return new Held(version, layer, now);
        }
    }

    /** @param tally counts layers that were refused, by team */
    public CurrentLayers(Layers layers, Tally tally, InstantSource clock) {
        this.layers = layers;
        this.tally = tally;
        this.clock = clock;
    }

    /** The layer of a team, a minute old at most while the store answers; empty when it has none. Never throws. */
    public Optional<TeamLayer> of(String team) {
        var now = clock.instant();
        var known = Optional.ofNullable(held.get(team));
        if (known.isPresent() && now.isBefore(known.get().lookedUp().plus(KEPT))) {
            return known.get().layer();
        }
        var latest = lookUp(team, known.orElseGet(() -> new Held(Layers.NONE, Optional.empty(), now)), now);
        held.put(team, latest);
        return latest.layer();
    }

    private Held lookUp(String team, Held known, Instant now) {
        try {
            long version = layers.active(team);
            if (version == known.version()) {
                return known.at(now);
            }
            var bytes = version == Layers.NONE ? Optional.<LayerBytes>empty() : layers.find(team, version);
            return new Held(version, bytes.map(TeamLayer::read), now);
        } catch (StoreUnavailable e) {
            return known.at(now);
        } catch (ModelRefused e) {
            tally.count("LayersRefused", Map.of("team", team));
            return known.at(now);
        }
    }
}
