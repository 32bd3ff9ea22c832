// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

/**
 * 64 bits of a text, of which few differ where few words do. Made of its words and signs in any order; every link
 * and name counts as the same one, and in all but short texts every number: there it may be a mark out of ten.
 */
public final class Simhash {
    /** Texts whose hashes differ in no more bits are near duplicates. */
    public static final int NEAR = 3;

    /** Fewer tokens make a short text. */
    private static final int SHORT = 8;

    private static final int FIRST_HALF = 31;
    private static final int SECOND_HALF = 32;
    private static final int ANY_NUMBER = 33;

    private Simhash() {}

    /** The hash of a text; 0 for one without tokens, which is near nothing. */
    public static long of(Tokens tokens) {
        var votes = new int[Long.SIZE];
        for (int i = 0; i < tokens.size(); i++) {
            long word = word(tokens, i);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += ((word >>> bit) & 1) == 0 ? -1 : 1;
            }
        }
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            hash |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return hash;
    }

    /** Whether two texts are the same or nearly so. */
    public static boolean near(long one, long other) {
        return one != 0 && other != 0 && distance(one, other) <= NEAR;
    }

    /** In how many bits they differ. */
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    private static long word(Tokens tokens, int token) {
        int hash = Hash.START;
        if (tokens.form(token) != Tokens.Form.NUMBER) {
            for (int i = 0; i < tokens.length(token); i++) {
                hash = Hash.roll(hash, tokens.letter(token, i));
            }
        } else {
            hash = Hash.roll(hash, tokens.size() < SHORT ? tokens.word(token).hashCode() : ANY_NUMBER);
        }
        return ((long) Hash.spread(hash, FIRST_HALF) << Integer.SIZE) | (Hash.spread(hash, SECOND_HALF) & 0xffffffffL);
    }
}
