// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rapporto.reading.language.Certainty;
import rapporto.reading.language.LanguageTable;
import rapporto.reading.language.WordReader;

/** Finds how sums become probabilities, from texts that did not train the table. */
final class Calibration {
    private static final List<Double> DOUBTS = List.of(0.001, 0.002, 0.005, 0.01, 0.02);
    private static final double DECLINE_STEP = 0.05;
    private static final int DECLINES = 13;
    private static final int UNITS = 16;
    private static final double UNIT_GROWTH = 1.15;

    private Calibration() {}

    /** What a table says of a text, and what is right. */
    static final class Observation {
        private final int[] sums;
        private final int languages;
        private final int right;
        private final int letters;

        private Observation(int[] sums, int languages, int right, int letters) {
            this.sums = sums;
            this.languages = languages;
            this.right = right;
            this.letters = letters;
        }
    }

    static List<Observation> observe(LanguageTable table, List<Texts.Labelled> texts) {
        var observations = new ArrayList<Observation>();
        var found = new int[LanguageTable.MOST_GROUPS];
        for (var text : texts) {
            boolean latin = table.latin().contains(text.language());
            var languages = latin ? table.latin() : table.cyrillic();
            int right = languages.indexOf(text.language());
            var sums = new int[LanguageTable.LANES];
            var word = new int[LanguageTable.LANES];
            int letters = 0;
            var reader = new WordReader(text.text(), false);
            while (reader.next() && right >= 0) {
                if (reader.isShared() && reader.padded()[1] < '\u0400' == latin) {
                    table.weigh(reader.padded(), reader.length(), found, word, 0);
                    Arrays.setAll(sums, i -> sums[i] + word[i]);
                    letters += reader.length() - 2;
                }
            }
            if (letters > 0) {
                observations.add(new Observation(sums, languages.size(), right, letters));
            }
        }
        return observations;
    }

    /** The certainty under which what is right is likeliest. */
    static Certainty fit(List<Observation> observations) {
        var best = new Certainty(1, 0, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int decline = 0; decline < DECLINES; decline++) {
            double unit = TableBuilder.STEP / 2;
            for (int i = 0; i < UNITS; i++) {
                unit *= UNIT_GROWTH;
                for (double doubt : DOUBTS) {
                    var tried = new Certainty((float) unit, (float) (decline * DECLINE_STEP), (float) doubt);
                    double loss = loss(tried, observations);
                    if (loss < least) {
                        least = loss;
                        best = tried;
                    }
                }
            }
        }
        return best;
    }

    private static double loss(Certainty certainty, List<Observation> observations) {
        double loss = 0;
        for (var seen : observations) {
            loss -= Math.log(certainty.probabilities(seen.sums, seen.languages, seen.letters)[seen.right]);
        }
        return loss;
    }
}
