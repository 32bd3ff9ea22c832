// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.util.List;
import java.util.Optional;

/**
 * A part of a timeline or thread.
 *
 * @param next where the next page starts; opaque, valid for the same question only; empty on the last page
 */
public record Page(List<Entry> entries, Optional<String> next) {
    /** Copies the entries. */
    public Page {
        entries = List.copyOf(entries);
    }
}
