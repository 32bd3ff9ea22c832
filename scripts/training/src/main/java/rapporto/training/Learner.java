// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;
import java.util.Random;

/**
 * Learns one output: a linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * ICML 2008), on features weighted by their naive-Bayes log-count ratios (Wang and Manning, ACL 2012). The same input
 * gives the same weights.
 *
 * @param cost of a wrong example; a greater one follows the examples more closely
 */
record Learner(double cost) {
    private static final double SMOOTHING = 1;
    private static final int MAX_ROUNDS = 60;
    private static final double TOLERANCE = 0.05;
    private static final double STILL = 1e-12;

    /** What was learnt: a weight for each feature of the vocabulary, and the bias. */
    static final class Learnt {
        private final float[] weights;
        private final double bias;

        Learnt(float[] weights, double bias) {
            this.weights = weights;
            this.bias = bias;
        }

        /** Not a copy: there are millions. */
        float[] weights() {
            return weights;
        }

        double bias() {
            return bias;
        }

        double logit(Matrix matrix, int row) {
            double sum = 0;
            for (int at = matrix.start(row); at < matrix.end(row); at++) {
                sum += weights[matrix.feature(at)];
            }
            return bias + sum * matrix.value(row);
        }
    }

    /** Learns from {@code rows} to tell those for which {@code output} holds from the rest. */
    Learnt learn(Matrix matrix, List<Labelled> examples, int[] rows, int output) {
        var ratios = ratios(matrix, examples, rows, output);
        var machine = new Machine(matrix, ratios, rows);
        machine.label(examples, output, cost);
        machine.run();
        for (int i = 0; i < ratios.length; i++) {
            machine.weights[i] *= ratios[i];
        }
        return new Learnt(machine.weights, machine.bias);
    }

    private static float[] ratios(Matrix matrix, List<Labelled> examples, int[] rows, int output) {
        int size = matrix.vocabulary().size();
        var with = new double[size];
        var without = new double[size];
        for (int row : rows) {
            var example = examples.get(row);
            var counts = example.holds(output) ? with : without;
            for (int at = matrix.start(row); at < matrix.end(row); at++) {
                counts[matrix.feature(at)] += example.weight();
            }
        }
        double sumWith = SMOOTHING * size;
        double sumWithout = SMOOTHING * size;
        for (int i = 0; i < size; i++) {
            sumWith += with[i];
            sumWithout += without[i];
        }
        var ratios = new float[size];
        for (int i = 0; i < size; i++) {
            double odds = (with[i] + SMOOTHING) / sumWith / ((without[i] + SMOOTHING) / sumWithout);
            // StrictMath: the same bytes on every machine.
            ratios[i] = (float) StrictMath.log(odds);
        }
        return ratios;
    }

    /** The state of one descent. */
    private static final class Machine {
        private final Matrix matrix;
        private final float[] ratios;
        private final float[] weights;
        private double bias;
        private final int[] order;
        private final double[] alphas;
        private final double[] diagonals;
        private final double[] curvatures;
        private final byte[] signs;
        private final Random random = new Random(17);

        Machine(Matrix matrix, float[] ratios, int[] rows) {
            this.matrix = matrix;
            this.ratios = ratios;
            this.weights = new float[ratios.length];
            this.order = rows.clone();
            this.alphas = new double[matrix.rows()];
            this.diagonals = new double[matrix.rows()];
            this.curvatures = new double[matrix.rows()];
            this.signs = new byte[matrix.rows()];
        }

        void label(List<Labelled> examples, int output, double cost) {
            for (int row : order) {
                signs[row] = (byte) (examples.get(row).holds(output) ? 1 : -1);
                diagonals[row] = 0.5 / (cost * examples.get(row).weight());
                double squares = 0;
                for (int at = matrix.start(row); at < matrix.end(row); at++) {
                    double ratio = ratios[matrix.feature(at)];
                    squares += ratio * ratio;
                }
                double value = matrix.value(row);
                curvatures[row] = diagonals[row] + 1 + squares * value * value;
            }
        }

        /** Rounds over the rows in random order, leaving out those that are settled, until all are. */
        void run() {
            int active = order.length;
            double bound = Double.POSITIVE_INFINITY;
            for (int round = 0; round < MAX_ROUNDS; round++) {
                for (int i = 0; i < active; i++) {
                    swap(i, i + random.nextInt(active - i));
                }
                double worst = 0;
                double most = 0;
                for (int i = 0; i < active; i++) {
                    int row = order[i];
                    double gradient = gradient(row);
                    if (alphas[row] == 0 && gradient > bound) {
                        swap(i--, --active);
                        continue;
                    }
                    double projected = alphas[row] == 0 ? Math.min(gradient, 0) : gradient;
                    worst = Math.max(worst, Math.abs(projected));
                    most = Math.max(most, projected);
                    if (Math.abs(projected) > STILL) {
                        step(row, gradient);
                    }
                }
                if (worst <= TOLERANCE && active == order.length) {
                    return;
                }
                boolean settled = worst <= TOLERANCE;
                active = settled ? order.length : active;
                bound = settled || most <= 0 ? Double.POSITIVE_INFINITY : most;
            }
        }

        private double gradient(int row) {
            double sum = 0;
            for (int at = matrix.start(row); at < matrix.end(row); at++) {
                int feature = matrix.feature(at);
                sum += weights[feature] * ratios[feature];
            }
            return signs[row] * (bias + sum * matrix.value(row)) - 1 + alphas[row] * diagonals[row];
        }

        private void step(int row, double gradient) {
            double before = alphas[row];
            alphas[row] = Math.max(before - gradient / curvatures[row], 0);
            double change = (alphas[row] - before) * signs[row];
            bias += change;
            float by = (float) (change * matrix.value(row));
            for (int at = matrix.start(row); at < matrix.end(row); at++) {
                int feature = matrix.feature(at);
                weights[feature] += by * ratios[feature];
            }
        }

        private void swap(int i, int j) {
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
    }
}
