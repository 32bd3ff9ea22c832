// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rapporto.reading.features.Features;

/** The features of all examples by their place in a vocabulary, that of the most frequent ones. */
final class Rows {
    /** As many features as a layer can hold and still be small. */
    private static final int MAX_FEATURES = 20_000;

    private final int[] hashes;
    private final List<int[]> places = new ArrayList<>();
    private final double[] values;

    private Rows(int[] hashes, int size) {
        this.hashes = hashes;
        this.values = new double[size];
    }

    static Rows of(List<Example> examples) {
        var all = examples.stream()
                .map(example -> example.scores().features())
                .flatMapToInt(features -> IntStream.range(0, features.size()).map(features::hash))
                .sorted()
                .toArray();
        return new Rows(mostFrequent(all), 0).alike(examples);
    }

    /** @param sorted with as many of each as it was seen */
    private static int[] mostFrequent(int[] sorted) {
        var counted = new long[sorted.length];
        int size = 0;
        for (int from = 0, to = 0; from < sorted.length; from = to) {
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            counted[size++] = ((long) (from - to) << Integer.SIZE) | (sorted[from] & 0xffffffffL);
        }
        return Arrays.stream(counted, 0, size)
                .sorted()
                .limit(MAX_FEATURES)
                .mapToInt(count -> (int) count)
                .sorted()
                .toArray();
    }

    /** Other examples by the same vocabulary. */
    Rows alike(List<Example> examples) {
        var rows = new Rows(hashes, examples.size());
        for (int i = 0; i < examples.size(); i++) {
            var features = examples.get(i).scores().features();
            rows.places.add(rows.places(features));
            rows.values[i] = features.value();
        }
        return rows;
    }

    private int[] places(Features features) {
        var found = new int[features.size()];
        int size = 0;
        for (int i = 0; i < features.size(); i++) {
            int place = Arrays.binarySearch(hashes, features.hash(i));
            if (place >= 0) {
                found[size++] = place;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** How large the vocabulary is. */
    int vocabulary() {
        return hashes.length;
    }

    /** The hash of the feature at {@code place}. */
    int hash(int place) {
        return hashes[place];
    }

    /** Where the features of example {@code row} stand. */
    int[] places(int row) {
        return places.get(row);
    }

    /** What each of them counts. */
    double value(int row) {
        return values[row];
    }
}
