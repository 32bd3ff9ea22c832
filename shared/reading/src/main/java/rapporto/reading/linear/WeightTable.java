// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The weights of all outputs in one table: a feature is looked up once, and its row names the outputs on which it bears,
 * each with a weight from -127 to 127.
 */
public final class WeightTable {
    private static final int MAX_BUCKET_BITS = 17;

    private final int[] keys;
    private final int[] rows;

    /** An output and its weight side by side: what is read together lies together. */
    private final byte[] pairs;

    private final int[] buckets;
    private final int shift;

    /**
     * Takes over the arrays.
     *
     * @param keys hashes, rising as unsigned numbers
     * @param rows where the row of each key begins in the other two; one more at the end
     */
    public WeightTable(int[] keys, int[] rows, byte[] outputs, byte[] weights) {
        this.keys = keys;
        this.rows = rows;
        this.pairs = new byte[outputs.length * 2];
        for (int i = 0; i < outputs.length; i++) {
            pairs[2 * i] = outputs[i];
            pairs[2 * i + 1] = weights[i];
        }
        int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(keys.length), 1, MAX_BUCKET_BITS);
        this.buckets = new int[(1 << bits) + 1];
        this.shift = Integer.SIZE - bits;
        int bucket = 0;
        for (int i = 0; i < keys.length; i++) {
            for (int own = keys[i] >>> shift; bucket <= own; bucket++) {
                buckets[bucket] = i;
            }
        }
        while (bucket < buckets.length) {
            buckets[bucket++] = keys.length;
        }
    }

    void write(DataOutputStream out) throws IOException {
        var lengths = new byte[keys.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (byte) (rows[i + 1] - rows[i]);
        }
        ModelFile.ints(out, keys);
        ModelFile.bytes(out, lengths);
        ModelFile.bytes(out, every(0));
        ModelFile.bytes(out, every(1));
    }

    /** The row of {@code hash}, or -1. */
    int row(int hash) {
        int bucket = hash >>> shift;
        int end = buckets[bucket + 1];
        for (int i = buckets[bucket]; i < end; i++) {
            if (keys[i] == hash) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a row to {@code sums}, one sum an output. */
    void add(int row, long[] sums) {
        int end = 2 * rows[row + 1];
        for (int i = 2 * rows[row]; i < end; i += 2) {
            sums[pairs[i] & 0xff] += pairs[i + 1];
        }
    }

    /** The weight of {@code output} in a row, 0 when it has none; the outputs of a row rise. */
    int weight(int row, int output) {
        int end = 2 * rows[row + 1];
        for (int i = 2 * rows[row]; i < end; i += 2) {
            int own = pairs[i] & 0xff;
            if (own >= output) {
                return own == output ? pairs[i + 1] : 0;
            }
        }
        return 0;
    }

    /** How many features it knows. */
    public int size() {
        return keys.length;
    }

    /** How many weights it holds. */
    public int entries() {
        return pairs.length / 2;
    }

    private byte[] every(int offset) {
        var half = new byte[pairs.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = pairs[2 * i + offset];
        }
        return half;
    }
}
