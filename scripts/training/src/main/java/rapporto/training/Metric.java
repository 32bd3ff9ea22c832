// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A figure of merit over some of the items, given by their places; so it can be taken of resamples too. */
interface Metric {
    /** Resamples of an interval. */
    int RESAMPLES = 400;

    double of(int[] items);

    /** A figure with the interval that 95 of 100 resamples fall into. */
    record Estimate(double value, double low, double high, int n) {}

    /** The figure of all {@code n} items, with its interval; the same every time. */
    default Estimate estimate(int n) {
        var random = new Random(23);
        var values = new double[RESAMPLES];
        var drawn = new int[n];
        for (int i = 0; i < RESAMPLES; i++) {
            Arrays.setAll(drawn, _ -> random.nextInt(n));
            values[i] = of(drawn);
        }
        Arrays.sort(values);
        int tail = RESAMPLES / 40;
        return new Estimate(of(IntStream.range(0, n).toArray()), values[tail], values[RESAMPLES - 1 - tail], n);
    }

    /** F1 of each class, averaged. */
    static Metric macroF1(int[] gold, int[] said, int classes) {
        return items -> {
            var counts = Confusion.of(gold, said, items, classes);
            return mean(classes, counts::f1);
        };
    }

    /** Recall of each class, averaged. */
    static Metric macroRecall(int[] gold, int[] said, int classes) {
        return items -> {
            var counts = Confusion.of(gold, said, items, classes);
            return mean(classes, counts::recall);
        };
    }

    /** F1 of one class. */
    static Metric f1(int[] gold, int[] said, int one) {
        return items -> Confusion.of(gold, said, items, one + 1).f1(one);
    }

    /** How much of what was said to be of a class is. */
    static Metric precision(int[] gold, int[] said, int one) {
        return items -> Confusion.of(gold, said, items, one + 1).precision(one);
    }

    /** How much of a class was found. */
    static Metric recall(int[] gold, int[] said, int one) {
        return items -> Confusion.of(gold, said, items, one + 1).recall(one);
    }

    /** How many were right. */
    static Metric accuracy(int[] gold, int[] said) {
        return items ->
                Arrays.stream(items).filter(item -> gold[item] == said[item]).count() / (double) items.length;
    }

    /** F1 over all answers of all outputs together. */
    static Metric microF1(long[] gold, long[] said) {
        return items -> {
            double both = 0;
            double either = 0;
            for (int item : items) {
                both += Long.bitCount(gold[item] & said[item]);
                either += Long.bitCount(gold[item]) + Long.bitCount(said[item]);
            }
            return either == 0 ? 0 : 2 * both / either;
        };
    }

    /** Several figures, averaged. */
    static Metric mean(List<Metric> metrics) {
        return items -> mean(metrics.size(), i -> metrics.get(i).of(items));
    }

    /** Agreement beyond chance, a miss by two steps counting four times one by one (Cohen 1968, quadratic weights). */
    static Metric kappa(int[] gold, int[] said, int classes) {
        return items -> Confusion.of(gold, said, items, classes).quadraticKappa();
    }

    /** How far probabilities are from how often they are right, over ten bins (Naeini et al., AAAI 2015). */
    static Metric calibrationError(double[] probabilities, boolean[] right) {
        return items -> {
            var gap = new double[10];
            for (int item : items) {
                int bin = Math.min(9, (int) (probabilities[item] * 10));
                gap[bin] += probabilities[item] - (right[item] ? 1 : 0);
            }
            return Arrays.stream(gap).map(Math::abs).sum() / items.length;
        };
    }

    /** One output of many as 0 and 1. */
    static int[] bit(long[] answers, int output) {
        return Arrays.stream(answers)
                .mapToInt(bits -> (int) ((bits >>> output) & 1))
                .toArray();
    }

    private static double mean(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).sum() / size;
    }
}
