// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.ArrayList;
import java.util.List;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Ledger;

/**
 * A head to train: what it answers, from what, and how.
 *
 * @param outputs names, in the order of the answers' bits
 * @param languages that it will read
 * @param byLanguage whether features also count for their language alone
 * @param cost of {@link Learner}
 * @param aim what its thresholds are chosen for
 */
record Task(
        String name,
        Head.Form form,
        List<String> outputs,
        List<String> languages,
        boolean byLanguage,
        double cost,
        Aim aim,
        List<DataSet> sets) {
    /** What thresholds are chosen for. */
    enum Aim {
        /** No threshold: the likeliest answer is taken; {@code uncertain} below {@link Calibration#UNCERTAIN}. */
        LIKELIEST,
        /** The greatest F1 of each output. */
        F1,
        /** The most found at a precision of {@link Calibration#PRECISION}, where that can be had. */
        RECALL
    }

    Task {
        outputs = List.copyOf(outputs);
        languages = List.copyOf(languages);
        sets = List.copyOf(sets);
    }

    List<Labelled> examples() {
        var all = new ArrayList<Labelled>();
        sets.forEach(set -> all.addAll(set.examples()));
        return all;
    }

    List<Ledger.Source> sources() {
        return sets.stream().map(DataSet::source).toList();
    }
}
