// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

/**
 * The features of a word: its groups of 2 to 5 letters, where the edges of the word count as letters, and the whole word.
 * Part of the model format: what trains and what reads must agree on every hash.
 */
public final class LetterGroups {
    /** The longest group, edges included. */
    public static final int LONGEST = 5;

    /** Hashes are below two to this power. */
    public static final int KEY_BITS = 28;

    /** Stands before and after each word. */
    public static final char EDGE = '_';

    private static final int START = 0x811c9dc5;
    private static final int WORD = 0x2545f491;
    private static final int PRIME = 0x01000193;

    private LetterGroups() {}

    /** What is done with each feature. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes the hash of a feature.
         *
         * @param letters how long the group is, 0 for the word as a whole
         */
        void visit(int key, int letters);
    }

    /**
     * Visits each feature of a word; a feature that stands there twice is visited twice.
     *
     * @param padded an edge, the letters in lower case, an edge
     * @param length of {@code padded} that counts
     */
    public static void visit(char[] padded, int length, Visitor visitor) {
        for (int start = 0; start < length - 1; start++) {
            int hash = begin(padded[start]);
            int end = Math.min(length, start + LONGEST);
            for (int i = start + 1; i < end; i++) {
                hash = roll(hash, padded[i]);
                visitor.visit(spread(hash), i - start + 1);
            }
        }
        if (length > LONGEST) {
            visitor.visit(whole(padded, length), 0);
        }
    }

    /** The hash of the word as a whole, apart from that of a group. */
    static int whole(char[] padded, int length) {
        int hash = WORD;
        for (int i = 1; i < length - 1; i++) {
            hash = roll(hash, padded[i]);
        }
        return spread(hash);
    }

    static int begin(char letter) {
        return roll(START, letter);
    }

    static int roll(int hash, char letter) {
        return (hash ^ letter) * PRIME;
    }

    static int spread(int hash) {
        int h = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        return ((h ^ (h >>> 12)) * 0x297a2d39) >>> (32 - KEY_BITS);
    }
}
