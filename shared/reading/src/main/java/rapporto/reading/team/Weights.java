// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.Arrays;
import java.util.List;
import rapporto.reading.linear.Layer;

/** Weights and biases while they are learnt, by AdaGrad with a strong pull to zero. */
final class Weights {
    private static final double RATE = 0.05;
    private static final double PULL = 0.03;
    private static final double BIAS_VALUE = 0.1;
    private static final double SMALLEST_ERROR = 1e-3;
    private static final double AT_FIRST = 1e-4;

    private static final int MAX_WEIGHTS = 30_000;
    private static final int STEPS = 127;

    private final Rows rows;
    private final int outputs;

    /** By feature, then output; the row behind the last feature is that of the biases. */
    private final float[] weights;

    private final float[] squares;

    Weights(Rows rows, int outputs) {
        this.rows = rows;
        this.outputs = outputs;
        this.weights = new float[(rows.vocabulary() + 1) * outputs];
        this.squares = new float[weights.length];
    }

    /** What they add to the logits of {@code count} outputs from {@code first} on; {@code of} has their vocabulary. */
    double[] sums(Rows of, int row, int first, int count) {
        var sums = new double[count];
        for (int place : of.places(row)) {
            int at = place * outputs + first;
            for (int i = 0; i < count; i++) {
                sums[i] += weights[at + i];
            }
        }
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] * of.value(row) + bias(first + i);
        }
        return sums;
    }

    /** Moves what bears on {@code output} against an error of its logit. */
    void move(Rows of, int row, int output, double error) {
        if (Math.abs(error) < SMALLEST_ERROR) {
            return;
        }
        for (int place : of.places(row)) {
            step(place * outputs + output, error * of.value(row));
        }
        step(rows.vocabulary() * outputs + output, error * BIAS_VALUE);
    }

    private void step(int at, double slope) {
        double gradient = slope + PULL * weights[at];
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (RATE * gradient / Math.sqrt(AT_FIRST + squares[at]));
    }

    private double bias(int output) {
        return BIAS_VALUE * weights[rows.vocabulary() * outputs + output];
    }

    /** The greatest of them, rounded to a byte each. */
    Layer layer(List<String> names) {
        var scales = new double[outputs];
        var biases = new double[outputs];
        for (int at = 0; at < rows.vocabulary() * outputs; at++) {
            int output = at % outputs;
            scales[output] = Math.max(scales[output], Math.abs(weights[at]) / STEPS);
        }
        Arrays.setAll(biases, this::bias);
        var packing = new Packing(rows);
        float least = least();
        for (int at = 0; at < rows.vocabulary() * outputs; at++) {
            int output = at % outputs;
            if (weights[at] != 0 && Math.abs(weights[at]) >= least) {
                packing.add(at / outputs, output, (int) Math.round(weights[at] / scales[output]), weights[at]);
            }
        }
        return new Layer(names, biases, scales, packing.table(MAX_WEIGHTS));
    }

    /** No smaller weight is among the greatest that a layer holds. */
    private float least() {
        var sizes = new float[rows.vocabulary() * outputs];
        for (int at = 0; at < sizes.length; at++) {
            sizes[at] = Math.abs(weights[at]);
        }
        Arrays.sort(sizes);
        return sizes.length <= MAX_WEIGHTS ? 0 : sizes[sizes.length - MAX_WEIGHTS];
    }
}
