// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import rapporto.outage.StoreUnavailable;

/**
 * The settings that hold now: looked up again each minute. Keeps the last good ones while the store is unavailable or
 * holds a document that is not valid. Thread-safe.
 */
public final class CurrentSettings {
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final SettingsStore store;
    private final Set<String> channels;
    private final InstantSource clock;
    private volatile Optional<Held> held = Optional.empty();

    private record Held(long version, Settings settings, Instant lookedUp) {}

    /** @param channels that a source may be of */
    public CurrentSettings(SettingsStore store, Set<String> channels, InstantSource clock) {
        this.store = store;
        this.channels = Set.copyOf(channels);
        this.clock = clock;
    }

    /**
     * The settings, a minute old at most while the store answers.
     *
     * @throws StoreUnavailable when there never were any
     */
    public Settings now() {
        var now = clock.instant();
        var known = held;
        if (known.isPresent() && now.isBefore(known.get().lookedUp().plus(KEPT))) {
            return known.get().settings();
        }
        var latest = lookUp(known, now);
        held = Optional.of(latest);
        return latest.settings();
    }

    private Held lookUp(Optional<Held> known, Instant now) {
        try {
            var stored = store.current();
            if (known.isPresent() && stored.map(SettingsStore.Stored::version).equals(known.map(Held::version))) {
                return new Held(known.get().version(), known.get().settings(), now);
            }
            return stored.flatMap(document -> valid(document, now))
                    .or(() -> known.map(last -> new Held(last.version(), last.settings(), now)))
                    .orElseThrow(() -> new StoreUnavailable(
                            "settings", "read", "current", new IllegalStateException("no valid document")));
        } catch (StoreUnavailable e) {
            return known.map(last -> new Held(last.version(), last.settings(), now))
                    .orElseThrow(() -> e);
        }
    }

    private Optional<Held> valid(SettingsStore.Stored stored, Instant now) {
        return switch (SettingsDocument.read(stored.document(), channels)) {
            case SettingsDocument.Valid(var settings) -> Optional.of(new Held(stored.version(), settings, now));
            case SettingsDocument.Faulty _ -> Optional.empty();
        };
    }
}
