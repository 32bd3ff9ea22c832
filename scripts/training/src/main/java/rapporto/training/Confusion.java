// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.Arrays;

/** How often each class was said for each class that it was. */
final class Confusion {
    private final int[][] counts;

    private Confusion(int[][] counts) {
        this.counts = counts;
    }

    /** Counts the items at the places {@code items}; what lies outside the classes, as -1 for no answer, is never right. */
    static Confusion of(int[] gold, int[] said, int[] items, int classes) {
        var counts = new int[classes + 1][classes + 1];
        for (int item : items) {
            counts[within(gold[item], classes)][within(said[item], classes)]++;
        }
        return new Confusion(counts);
    }

    private static int within(int value, int classes) {
        return value < 0 || value >= classes ? classes : value;
    }

    int count(int gold, int said) {
        return counts[gold][said];
    }

    double precision(int one) {
        return share(
                counts[one][one],
                Arrays.stream(counts).mapToInt(row -> row[one]).sum());
    }

    double recall(int one) {
        return share(counts[one][one], Arrays.stream(counts[one]).sum());
    }

    double f1(int one) {
        double precision = precision(one);
        double recall = recall(one);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    double quadraticKappa() {
        int classes = counts.length;
        double all = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        double seen = 0;
        double chance = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                double weight = (i - j) * (i - j);
                int column = j;
                double expected = Arrays.stream(counts[i]).sum()
                        * (double) Arrays.stream(counts)
                                .mapToInt(row -> row[column])
                                .sum()
                        / all;
                seen += weight * counts[i][j];
                chance += weight * expected;
            }
        }
        return chance == 0 ? 1 : 1 - seen / chance;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
