// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.ArrayList;
import java.util.List;
import rapporto.reading.features.Simhash;

/** Parts lessons into five, near duplicates of each other into the same part. */
final class Folds {
    static final int COUNT = 5;

    private final int[] folds;

    private Folds(int[] folds) {
        this.folds = folds;
    }

    /** @param hashes one a lesson */
    static Folds of(long[] hashes) {
        var folds = new int[hashes.length];
        var apart = new ArrayList<Integer>();
        for (int i = 0; i < hashes.length; i++) {
            int like = like(hashes, i, apart);
            folds[i] = like < 0 ? apart.size() % COUNT : folds[like];
            if (like < 0) {
                apart.add(i);
            }
        }
        return new Folds(folds);
    }

    private static int like(long[] hashes, int i, List<Integer> apart) {
        return apart.stream()
                .filter(earlier -> Simhash.near(hashes[earlier], hashes[i]))
                .findFirst()
                .orElse(-1);
    }

    boolean contains(int fold, int lesson) {
        return folds[lesson] == fold;
    }
}
