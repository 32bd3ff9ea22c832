// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of everything that is remembered, in no order that means anything.
 *
 * @param items may be fewer than asked for, even none, before the last page
 * @param next where the next page starts; opaque, valid for the same question only; empty on the last page
 */
public record Stored(List<Item> items, Optional<String> next) {
    /** Copies the items. */
    public Stored {
        items = List.copyOf(items);
    }

    /**
     * One item as it is kept.
     *
     * @param expiresAt when it may be dropped; empty for never
     */
    public record Item(Memory memory, Optional<Instant> expiresAt) {}
}
