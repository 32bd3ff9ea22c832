// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import rapporto.reading.language.Certainty;
import rapporto.reading.language.LanguageTable;

/** Gathers the weights of all alphabets into one table, a byte each. */
final class TableBuilder {
    private static final int MOST = 127;

    /** What one step of a weight is worth. */
    static final double STEP = 0.05;

    private final List<List<String>> languages = new ArrayList<>();
    private final TreeMap<Integer, byte[]> rows = new TreeMap<>();
    private final HashSet<Integer> beginnings = new HashSet<>();
    private int entries;

    /** Adds what was learned of an alphabet; the Latin one first. */
    void add(Learner learner, Regression regression) {
        for (int feature = 0; feature < regression.features(); feature++) {
            for (int k = 0; k < regression.classes(); k++) {
                int weight = (int) Math.round(regression.weight(feature, k) / STEP);
                if (weight != 0) {
                    row(learner.key(feature))[k] = (byte) (Math.clamp(weight, -MOST, MOST) + LanguageTable.ZERO);
                    entries++;
                    addBeginnings(learner, feature);
                }
            }
        }
        languages.add(learner.languages());
    }

    private byte[] row(int key) {
        return rows.computeIfAbsent(key, _ -> {
            var row = new byte[LanguageTable.LANES];
            Arrays.fill(row, (byte) LanguageTable.ZERO);
            return row;
        });
    }

    /** A group is found only behind its shorter beginnings, so these have rows too, if need be empty ones. */
    private void addBeginnings(Learner learner, int feature) {
        for (int begun = learner.beginning(feature); begun >= 0; begun = learner.beginning(begun)) {
            row(learner.key(begun));
            beginnings.add(learner.key(begun));
        }
    }

    int entries() {
        return entries;
    }

    LanguageTable build(Certainty certainty) {
        var keys = new int[rows.size()];
        var bytes = new byte[rows.size() * LanguageTable.LANES];
        int i = 0;
        for (var entry : rows.entrySet()) {
            keys[i] = 2 * entry.getKey() + (beginnings.contains(entry.getKey()) ? 1 : 0);
            System.arraycopy(entry.getValue(), 0, bytes, LanguageTable.LANES * i++, LanguageTable.LANES);
        }
        return new LanguageTable(languages.get(0), languages.get(1), certainty, keys, bytes);
    }
}
