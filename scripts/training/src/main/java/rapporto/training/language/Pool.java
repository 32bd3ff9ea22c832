// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The different words that a model drew for one language, to draw from again: as often as in texts, or more evenly. */
final class Pool {
    private static final int LEAST_LETTERS = 4;

    private final String[] words;
    private final int[][] features;
    private final double[] asInTexts;
    private final double[] evenly;

    Pool(LinguaModel model, int draws, SplittableRandom random) {
        var counts = new TreeMap<String, Integer>();
        for (int i = 0; i < draws; i++) {
            counts.merge(model.draw(random), 1, Integer::sum);
        }
        counts.remove("");
        words = counts.keySet().toArray(String[]::new);
        features = new int[words.length][];
        asInTexts = new double[words.length];
        evenly = new double[words.length];
        int i = 0;
        double all = 0;
        double even = 0;
        for (var entry : counts.entrySet()) {
            all += entry.getValue();
            even += entry.getKey().length() < LEAST_LETTERS ? 0 : Math.sqrt(entry.getValue());
            asInTexts[i] = all;
            evenly[i++] = even;
        }
    }

    int size() {
        return words.length;
    }

    /** A word between its edges. */
    char[] padded(int word) {
        return ("_" + words[word] + "_").toCharArray();
    }

    void features(int word, int[] numbers) {
        features[word] = numbers;
    }

    int[] features(int word) {
        return features[word];
    }

    int draw(SplittableRandom random, boolean even) {
        var sums = even ? evenly : asInTexts;
        int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(words.length - 1, at < 0 ? -at - 1 : at + 1);
    }
}
