// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.Arrays;
import java.util.BitSet;

/** Multinomial logistic regression by AdaGrad, one example at a time: the same examples give the same weights. */
final class Regression {
    private static final float START = 0.1f;
    private static final double LEAST = 1e-9;

    private final int classes;
    private final float[] weights;
    private final float[] squares;
    private final float[] scores;

    Regression(int features, int classes) {
        this(new float[features * classes], classes);
    }

    private Regression(float[] weights, int classes) {
        this.classes = classes;
        this.weights = weights;
        this.squares = new float[weights.length];
        this.scores = new float[classes];
    }

    /** Another one that begins where this one stands. */
    Regression copy() {
        return new Regression(weights.clone(), classes);
    }

    int classes() {
        return classes;
    }

    int features() {
        return weights.length / classes;
    }

    float weight(int feature, int output) {
        return weights[feature * classes + output];
    }

    /** Adds the same to all weights of a feature, which changes no probability. */
    void shift(int feature, float by) {
        for (int i = feature * classes; i < (feature + 1) * classes; i++) {
            weights[i] += by;
        }
    }

    /** Keeps the weights of {@code kept} and sets the others to zero, for good. */
    void keep(BitSet kept) {
        for (int i = 0; i < weights.length; i++) {
            squares[i] = kept.get(i) ? 0 : Float.POSITIVE_INFINITY;
            weights[i] = kept.get(i) ? weights[i] : 0;
        }
    }

    /** Moves the weights toward {@code right} for an example of the first {@code count} features; gives its loss. */
    double learn(int[] features, int count, int right, double rate) {
        score(features, count);
        double loss = -Math.log(Math.max(LEAST, scores[right]));
        scores[right] -= 1;
        for (int i = 0; i < count; i++) {
            int row = features[i] * classes;
            for (int k = 0; k < classes; k++) {
                float slope = scores[k];
                squares[row + k] += slope * slope;
                weights[row + k] -= (float) rate * slope / (float) Math.sqrt(START + squares[row + k]);
            }
        }
        return loss;
    }

    private void score(int[] features, int count) {
        Arrays.fill(scores, 0);
        for (int i = 0; i < count; i++) {
            int row = features[i] * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += weights[row + k];
            }
        }
        float top = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, score);
        }
        float total = 0;
        for (int k = 0; k < classes; k++) {
            scores[k] = (float) Math.exp(scores[k] - top);
            total += scores[k];
        }
        for (int k = 0; k < classes; k++) {
            scores[k] /= total;
        }
    }
}
