// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import rapporto.reading.language.LanguageIdentifier;

/** Prints what was measured, one line each. */
final class Report {
    private static final int BINS = 10;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** What was said of a text whose language is known. */
    record Outcome(String right, String said, double probability) {
        boolean isRight() {
            return right.equals(said);
        }
    }

    static List<Outcome> outcomes(LanguageIdentifier identifier, List<Texts.Labelled> texts) {
        return texts.stream()
                .map(text -> {
                    var said = identifier.identify(text.text(), Optional.empty());
                    return new Outcome(text.language(), said.language(), said.probability());
                })
                .toList();
    }

    /** How many of a hundred are right, none of them having trained what said so. */
    void folds(String name, List<Outcome> outcomes) {
        line(name + ", cross-validated", outcomes);
    }

    private void line(String name, List<Outcome> outcomes) {
        out.printf(
                "%-31s %.2f (und %.2f, calibration error %.3f)%n",
                name,
                share(outcomes),
                100.0 * outcomes.stream().filter(one -> one.said.equals("und")).count() / outcomes.size(),
                calibrationError(outcomes));
    }

    private static double share(List<Outcome> outcomes) {
        return 100.0 * outcomes.stream().filter(Outcome::isRight).count() / outcomes.size();
    }

    /** The mean distance between what is said of the probability and how often it is so, in ten bins. */
    private static double calibrationError(List<Outcome> outcomes) {
        var said = new double[BINS];
        var right = new double[BINS];
        for (var outcome : outcomes) {
            if (!outcome.said.equals("und")) {
                int bin = Math.min(BINS - 1, (int) (outcome.probability * BINS));
                said[bin] += outcome.probability;
                right[bin] += outcome.isRight() ? 1 : 0;
            }
        }
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(said[i] - right[i]);
        }
        return error / outcomes.size();
    }
}
