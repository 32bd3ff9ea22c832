// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

    private record Held(long version, Settings settings, Instant lookedUp) {
        Held at(Instant now) {
            return new Held(version, settings, now);
        }
    }

    /** @param channels that a source may be of */
    public CurrentSettings(SettingsStore store, Set<String> channels, InstantSource clock) {
        this.store = store;
        this.channels = Set.copyOf(channels);
        this.clock = clock;
    }

    /**
     * The settings, a minute old at most while the store answers.
     *
     * @throws StoreUnavailable when there never were any; its cause is {@link SettingsIncomplete}, with every fault,
     *     where the store did answer
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
            var stored = store.current().orElseThrow(CurrentSettings::nothingStored);
            return known.filter(last -> last.version() == stored.version())
                    .map(last -> last.at(now))
                    .orElseGet(() ->
                            new Held(stored.version(), SettingsDocument.require(stored.document(), channels), now));
        } catch (StoreUnavailable e) {
            return known.map(last -> last.at(now)).orElseThrow(() -> e);
        } catch (SettingsIncomplete e) {
            return known.map(last -> last.at(now))
                    .orElseThrow(() -> new StoreUnavailable("settings", "read", "current", e));
        }
    }

    private static SettingsIncomplete nothingStored() {
        return new SettingsIncomplete(List.of(new Fault(1, "", "no document is stored, wanted one")));
    }
}
