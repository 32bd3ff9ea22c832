// SPDX-License-Identifier: Apache-2.0
package rapporto.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rapporto.channel.Door;
import rapporto.interaction.SourceId;

/**
 * Doors remembered for a minute, unknown ones too. A signature that fails may mean that the secret was just rotated, so
 * {@link #fresh} asks again at once, but for one source no more often than every five seconds: forgers cannot wear out
 * the store of secrets. Thread-safe.
 */
public final class CachedDoors implements Doors {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);

    /** Bounds memory against invented source names; beyond it the cache starts over. */
    private static final int MAX_SOURCES = 10_000;

    private final Doors store;
    private final InstantSource clock;
    private final ConcurrentHashMap<SourceId, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<Door> door, Instant at) {}

    /** Remembers what {@code store} says. */
    public CachedDoors(Doors store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Door> door(SourceId source) {
        return notOlderThan(KEPT, source);
    }

    /** The door as the store has it now, or had it five seconds ago at most. */
    public Optional<Door> fresh(SourceId source) {
        return notOlderThan(BETWEEN_REFRESHES, source);
    }

    /** Forgets everything: nothing secret may enter a snapshot of the process. */
    public void forget() {
        known.clear();
    }

    private Optional<Door> notOlderThan(Duration age, SourceId source) {
        var now = clock.instant();
        var held = known.get(source);
        if (held != null && now.isBefore(held.at().plus(age)) && !held.at().isAfter(now)) {
            return held.door();
        }
        var door = store.door(source);
        if (known.size() >= MAX_SOURCES) {
            known.clear();
        }
        known.put(source, new Known(door, now));
        return door;
    }
}
