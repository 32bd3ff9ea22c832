// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.Arrays;

/** Numbers hashes from 0 as they come. Open addressing: millions of them are looked up billions of times. */
final class KeyIndex {
    private static final int EMPTY = -1;

    private int[] slots = new int[1 << 16];
    private int[] keys = new int[1 << 15];
    private int size;

    KeyIndex() {
        Arrays.fill(slots, EMPTY);
    }

    int size() {
        return size;
    }

    int key(int number) {
        return keys[number];
    }

    /** The number of {@code key}, or -1. */
    int find(int key) {
        return slots[slot(key)];
    }

    /** The number of {@code key}, which is new when it was not known. */
    int add(int key) {
        int slot = slot(key);
        if (slots[slot] == EMPTY) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            slots[slot] = size++;
        }
        return slots[slot];
    }

    private int slot(int key) {
        int slot = (key * 0x9e3779b9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
        while (slots[slot] != EMPTY && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        slots = new int[slots.length * 2];
        Arrays.fill(slots, EMPTY);
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i;
        }
    }
}
