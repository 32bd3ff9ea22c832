// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

/** Numbers the feature hashes that are seen, in the order in which they are first seen, and counts them. */
final class Vocabulary {
    private int[] slots = new int[1 << 20];
    private int[] hashes = new int[1 << 19];
    private int[] counts = new int[1 << 19];
    private int size;

    /** Counts {@code hash} once more. */
    void see(int hash) {
        int slot = slot(hash);
        if (slots[slot] == 0) {
            if (size == hashes.length) {
                grow();
                slot = slot(hash);
            }
            hashes[size] = hash;
            slots[slot] = ++size;
        }
        counts[slots[slot] - 1]++;
    }

    /** The number of {@code hash}, or -1. */
    int number(int hash) {
        return slots[slot(hash)] - 1;
    }

    /** Only what was seen {@code least} times or more, numbered anew. */
    Vocabulary pruned(int least) {
        var kept = new Vocabulary();
        for (int i = 0; i < size; i++) {
            if (counts[i] >= least) {
                kept.see(hashes[i]);
                kept.counts[kept.size - 1] = counts[i];
            }
        }
        return kept;
    }

    int size() {
        return size;
    }

    int hash(int number) {
        return hashes[number];
    }

    int count(int number) {
        return counts[number];
    }

    private int slot(int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        hashes = java.util.Arrays.copyOf(hashes, size * 2);
        counts = java.util.Arrays.copyOf(counts, size * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(hashes[i])] = i + 1;
        }
    }
}
