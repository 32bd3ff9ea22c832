// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * Where settings documents are kept, every version of them. Methods throw {@link rapporto.outage.StoreUnavailable} when
 * the store did not answer; calling again is safe.
 */
public interface SettingsStore {
    /**
     * A document as it was put.
     *
     * @param version 1 for the first, one more for each change
     */
    record Stored(long version, String document) {}

    /** The newest document. */
    Optional<Stored> current();

    /** Keeps {@code document} as the newest version; the same text as the newest is no new version. */
    Stored put(String document, Instant now);
}
