// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;
import rapporto.reading.features.Features;
import rapporto.reading.features.Featuriser;
import rapporto.reading.features.Tokens;

/**
 * The examples of one head as rows of known features. All features of a row have the same value, that which they will
 * have in service.
 */
final class Matrix {
    private final int[] starts;
    private final int[] features;
    private final float[] values;
    private final Vocabulary vocabulary;

    private Matrix(int[] starts, int[] features, float[] values, Vocabulary vocabulary) {
        this.starts = starts;
        this.features = features;
        this.values = values;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads every example.
     *
     * @param least how often a feature must be seen to be learnt
     * @param byLanguage whether each feature also counts for its language alone
     */
    static Matrix of(List<Labelled> examples, Featuriser featuriser, int least, boolean byLanguage) {
        var hashes = new int[examples.size()][];
        var values = new float[examples.size()];
        var seen = new Vocabulary();
        for (int i = 0; i < hashes.length; i++) {
            var example = examples.get(i).example();
            var found = featuriser.features(Tokens.of(example.text()), example.language(), example.circumstances());
            values[i] = (float) found.value();
            hashes[i] = hashes(found, example.language(), byLanguage);
            for (int hash : hashes[i]) {
                seen.see(hash);
            }
        }
        return of(hashes, values, seen.pruned(least));
    }

    private static int[] hashes(Features features, String language, boolean byLanguage) {
        int size = features.size();
        var hashes = new int[byLanguage ? size * 2 : size];
        int salt = Featuriser.salt(language);
        for (int i = 0; i < size; i++) {
            hashes[i] = features.hash(i);
            if (byLanguage) {
                hashes[size + i] = Featuriser.inLanguage(features.hash(i), salt);
            }
        }
        return hashes;
    }

    private static Matrix of(int[][] hashes, float[] values, Vocabulary vocabulary) {
        var starts = new int[hashes.length + 1];
        int total = 0;
        for (int i = 0; i < hashes.length; i++) {
            for (int hash : hashes[i]) {
                total += vocabulary.number(hash) >= 0 ? 1 : 0;
            }
            starts[i + 1] = total;
        }
        var features = new int[total];
        int at = 0;
        for (int i = 0; i < hashes.length; i++) {
            for (int hash : hashes[i]) {
                int number = vocabulary.number(hash);
                if (number >= 0) {
                    features[at++] = number;
                }
            }
        }
        return new Matrix(starts, features, values, vocabulary);
    }

    int rows() {
        return values.length;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    int feature(int at) {
        return features[at];
    }

    float value(int row) {
        return values[row];
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
