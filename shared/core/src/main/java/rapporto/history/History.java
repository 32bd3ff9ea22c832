// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.time.Instant;
import java.util.Optional;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.ThreadKey;

/**
 * Past contact with everybody. Every implementation passes {@code HistoryContract}. All methods throw
 * {@link rapporto.outage.StoreUnavailable} when the store did not answer; calling again is safe.
 */
public interface History {
    /** Longest page. */
    int MAX_PAGE = 200;

    /**
     * Merges a state into the memory of its item, in one conditional write.
     *
     * @param expiresAt when the record may be dropped; empty for never
     */
    Remembered remember(Understood state, Optional<Instant> expiresAt);

    /** What is known of an item, as of the last write. */
    Optional<Memory> find(ContentKey key);

    /**
     * What a person did, newest first; visible items only. Bots and our own posts have no timeline. May miss what was
     * remembered in the last second.
     *
     * @param from {@link Page#next} of the page before; empty for the first
     * @param limit 1 to {@link #MAX_PAGE}
     */
    Page timeline(Identity who, Optional<String> from, int limit);

    /**
     * What was said in a thread by anybody, oldest first, otherwise as {@link #timeline}.
     *
     * @param since leaves out what is older
     */
    Page thread(ThreadKey thread, Instant since, Optional<String> from, int limit);
}
