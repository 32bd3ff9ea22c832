// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rapporto.reading.linear.Head;

/**
 * Turns logits into probabilities that may be believed, and probabilities into yes and no. Fitted on texts that did not
 * train the logits. One for each output.
 *
 * @param threshold least probability at which the output holds
 */
record Calibration(double slope, double offset, double threshold) {
    /** Below this the likeliest of several answers is uncertain. */
    static final double UNCERTAIN = 0.45;

    /** An alarm must be right twice of three times; what is missed costs more than what is looked at for nothing. */
    static final double PRECISION = 0.66;

    private static final int ROUNDS = 60;

    /**
     * Fits to {@code logits}, a row an example.
     *
     * @param examples in the same order
     */
    static List<Calibration> fit(Task task, double[][] logits, List<Labelled> examples) {
        double slope = task.form() == Head.Form.ONE ? temperature(logits, examples) : 0;
        var all = new ArrayList<Calibration>();
        for (int output = 0; output < task.outputs().size(); output++) {
            double[] line = task.form() == Head.Form.ONE ? new double[] {slope, 0} : line(logits, examples, output);
            double threshold = task.aim() == Task.Aim.LIKELIEST
                    ? UNCERTAIN
                    : sigmoid(line[0] * threshold(task.aim(), logits, examples, output) + line[1]);
            all.add(new Calibration(line[0], line[1], threshold));
        }
        return all;
    }

    /** The slope of a softmax that makes the answers likeliest, by golden-section search. */
    private static double temperature(double[][] logits, List<Labelled> examples) {
        double low = 0.2;
        double high = 12;
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < ROUNDS; i++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (loss(left, logits, examples) < loss(right, logits, examples)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double loss(double slope, double[][] logits, List<Labelled> examples) {
        double loss = 0;
        for (int row = 0; row < logits.length; row++) {
            double most = Arrays.stream(logits[row]).max().orElseThrow();
            double sum = 0;
            for (double logit : logits[row]) {
                sum += StrictMath.exp(slope * (logit - most));
            }
            int answer = Long.numberOfTrailingZeros(examples.get(row).answers());
            loss += examples.get(row).weight() * (StrictMath.log(sum) - slope * (logits[row][answer] - most));
        }
        return loss;
    }

    /** Slope and offset of one output's sigmoid (Platt), by Newton's method. */
    private static double[] line(double[][] logits, List<Labelled> examples, int output) {
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double gs = 0;
            double go = 0;
            double ss = 1e-6;
            double so = 0;
            double oo = 1e-6;
            for (int row = 0; row < logits.length; row++) {
                double x = logits[row][output];
                double p = sigmoid(slope * x + offset);
                double weight = examples.get(row).weight();
                double error = weight * (p - (examples.get(row).holds(output) ? 1 : 0));
                double bend = weight * p * (1 - p);
                gs += error * x;
                go += error;
                ss += bend * x * x;
                so += bend * x;
                oo += bend;
            }
            double determinant = ss * oo - so * so;
            slope -= (oo * gs - so * go) / determinant;
            offset -= (ss * go - so * gs) / determinant;
        }
        return new double[] {slope, offset};
    }

    /** The logit at which an output is best taken to hold. */
    private static double threshold(Task.Aim aim, double[][] logits, List<Labelled> examples, int output) {
        var order = IntStream.range(0, logits.length)
                .boxed()
                .sorted((one, two) -> Double.compare(logits[two][output], logits[one][output]))
                .toList();
        double all = Math.max(
                1,
                examples.stream()
                        .filter(example -> example.holds(output))
                        .toList()
                        .size());
        double best = -1;
        double bestLogit = 0;
        int right = 0;
        for (int i = 0; i < order.size(); i++) {
            right += examples.get(order.get(i)).holds(output) ? 1 : 0;
            double precision = right / (i + 1.0);
            double recall = right / all;
            double worth = 2 * precision * recall / Math.max(1e-9, precision + recall);
            if (aim == Task.Aim.RECALL) {
                worth = precision >= PRECISION ? 1 + recall : worth;
            }
            if (worth > best) {
                best = worth;
                int next = Math.min(i + 1, order.size() - 1);
                bestLogit = (logits[order.get(i)][output] + logits[order.get(next)][output]) / 2;
            }
        }
        return bestLogit;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
