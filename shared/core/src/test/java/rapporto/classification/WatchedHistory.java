// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.time.Instant;
import java.util.Optional;
import rapporto.history.Content;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Page;
import rapporto.history.Remembered;
import rapporto.history.Stored;
import rapporto.history.Understood;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.ThreadKey;
import rapporto.memory.InMemoryHistory;
import rapporto.outage.StoreUnavailable;
import rapporto.reading.Reading;

/** A history that counts what is asked of it and fails on demand. */
final class WatchedHistory implements History {
    private final InMemoryHistory history = new InMemoryHistory();

    /** Queries of a thread so far. */
    int queries;

    /** Readings that were replaced, or tried to be. */
    int rereads;

    /** How many readings may be replaced before the store fails. */
    int mayReread = Integer.MAX_VALUE;

    /** Whether threads cannot be read. */
    boolean failing;

    /** What happens between the look at an item and its write. */
    Runnable meanwhile = () -> {};

    @Override
    public Remembered remember(Understood state, Optional<Instant> expiresAt) {
        return history.remember(state, expiresAt);
    }

    @Override
    public Optional<Memory> find(ContentKey key) {
        return history.find(key);
    }

    @Override
    public Page timeline(Identity who, Optional<String> from, int limit) {
        return history.timeline(who, from, limit);
    }

    @Override
    public Page thread(ThreadKey thread, Instant since, Optional<String> from, int limit) {
        queries++;
        if (failing) {
            throw outage("thread");
        }
        return history.thread(thread, since, from, limit);
    }

    /** Pages of two, so that there are several. */
    @Override
    public Stored stored(Instant since, Optional<String> from, int limit) {
        return history.stored(since, from, Math.min(limit, 2));
    }

    @Override
    public boolean reread(Content said, Reading reading) {
        if (rereads == mayReread) {
            throw outage("reread");
        }
        rereads++;
        meanwhile.run();
        return history.reread(said, reading);
    }

    private static StoreUnavailable outage(String operation) {
        return new StoreUnavailable("dynamodb", operation, "t1", new IllegalStateException("away"));
    }
}
