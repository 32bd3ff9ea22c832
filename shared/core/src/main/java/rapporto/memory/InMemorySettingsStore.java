// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.time.Instant;
import java.util.Optional;
import rapporto.settings.SettingsStore;

/** A store of settings that ends with the process. Thread-safe. */
public final class InMemorySettingsStore implements SettingsStore {
    private Optional<Stored> newest = Optional.empty();

    @Override
    public synchronized Optional<Stored> current() {
        return newest;
    }

    @Override
    public synchronized Stored put(String document, Instant now) {
        var next = newest.filter(held -> held.document().equals(document))
                .orElseGet(() -> new Stored(newest.map(Stored::version).orElse(0L) + 1, document));
        newest = Optional.of(next);
        return next;
    }
}
