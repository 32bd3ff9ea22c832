// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How sums of weights become probabilities: weights of neighbouring letters repeat each other, so a sum counts for less the
 * more letters it is of.
 *
 * @param unit what a weight of 1 is worth in one letter
 * @param decline the power of the letters by which it falls, 0 to 1
 * @param doubt what is left for all languages alike, however clear the text: names, loan words, languages not known
 */
public record Certainty(float unit, float decline, float doubt) {
    static Certainty read(DataInput in) throws IOException {
        return new Certainty(in.readFloat(), in.readFloat(), in.readFloat());
    }

    void write(DataOutput out) throws IOException {
        out.writeFloat(unit);
        out.writeFloat(decline);
        out.writeFloat(doubt);
    }

    /**
     * The probabilities of the first {@code count} languages.
     *
     * @param letters of how many letters {@code sums} are
     */
    public double[] probabilities(int[] sums, int count, int letters) {
        double factor = unit * Math.pow(Math.max(1, letters), -decline);
        int top = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, sums[i]);
        }
        var probabilities = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++) {
            probabilities[i] = Math.exp((sums[i] - top) * factor);
            total += probabilities[i];
        }
        for (int i = 0; i < count; i++) {
            probabilities[i] = probabilities[i] / total * (1.0 - doubt) + (double) doubt / count;
        }
        return probabilities;
    }
}
