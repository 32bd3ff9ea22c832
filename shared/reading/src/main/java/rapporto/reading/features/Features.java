// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import java.util.Arrays;

/** The distinct features of a text, each with the token that it comes from. */
public final class Features {
    /** The token of what comes from the text as a whole. */
    public static final int WHOLE = -1;

    private int[] hashes = new int[512];
    private int[] tokens = new int[512];
    private int size;
    private int[] slots = new int[2048];

    Features() {}

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The hash of feature {@code i}. */
    public int hash(int i) {
        return hashes[i];
    }

    /** The token that feature {@code i} comes from, or {@link #WHOLE}. */
    public int token(int i) {
        return tokens[i];
    }

    /** The value of each: 1 over the root of their number, so that a long text weighs no more than a short one. */
    public double value() {
        return 1 / Math.sqrt(Math.max(1, size));
    }

    void add(int hash, int token) {
        int slot = slot(hash);
        if (slots[slot] != 0) {
            return;
        }
        if (size == hashes.length) {
            grow();
            slot = slot(hash);
        }
        hashes[size] = hash;
        tokens[size] = token;
        slots[slot] = ++size;
    }

    private int slot(int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        tokens = Arrays.copyOf(tokens, size * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(hashes[i])] = i + 1;
        }
    }
}
