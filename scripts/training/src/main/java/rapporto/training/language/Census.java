// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.Arrays;
import rapporto.reading.language.LetterGroups;

/** All letter groups of many words: how many words have each, and with which shorter group it begins. */
final class Census {
    private static final int NONE = -1;

    private final KeyIndex index = new KeyIndex();
    private final int[] path = new int[LetterGroups.LONGEST + 1];
    private int[] words = new int[1 << 16];
    private int[] beginnings = new int[1 << 16];

    void count(char[] padded) {
        path[1] = NONE;
        LetterGroups.visit(padded, padded.length, (key, letters) -> {
            int number = index.add(key);
            if (number == words.length) {
                words = Arrays.copyOf(words, number * 2);
                beginnings = Arrays.copyOf(beginnings, number * 2);
            }
            words[number]++;
            beginnings[number] = letters < 2 ? NONE : path[letters - 1];
            path[letters] = number;
        });
    }

    int size() {
        return index.size();
    }

    int key(int number) {
        return index.key(number);
    }

    int words(int number) {
        return words[number];
    }

    int beginning(int number) {
        return beginnings[number];
    }
}
