// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.time.Instant;
import java.util.Optional;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.ThreadKey;
import rapporto.reading.Reading;

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

    /**
     * Everything that is remembered, whether it is to be seen or not, once each; what is remembered while it is paged
     * through may be missing. An operator's question: it costs a look at all that is stored.
     *
     * @param since leaves out what happened before, and items of which only a deletion or hiding is known
     * @param from {@link Stored#next} of the page before; empty for the first
     * @param limit 1 to {@link #MAX_PAGE}
     */
    Stored stored(Instant since, Optional<String> from, int limit);

    /**
     * Replaces the reading of an item by one of a greater version, and nothing else. An item that is gone, says
     * something else by now, or has that version already stays as it is: nothing is made or brought back.
     *
     * @param said the state that was read
     * @return whether the reading was replaced
     */
    boolean reread(Content said, Reading reading);
}
