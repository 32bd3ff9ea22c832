// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

/** Reads an item. Pure, immutable, and quick: no network, no waiting. */
public interface Reader {
    /** What {@code item} says. Any text may come: never throws. */
    Reading read(Item item);
}
