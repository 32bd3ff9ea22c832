// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rapporto.reading.linear.Ledger.Terms;

/** GoEmotions: English comments with one or more of 28 emotions. */
record Emotions(Path data) {
    private static final Set<String> GLAD = Set.of(
            "admiration",
            "amusement",
            "approval",
            "caring",
            "desire",
            "excitement",
            "gratitude",
            "joy",
            "love",
            "optimism",
            "pride",
            "relief");
    private static final Set<String> SORRY = Set.of(
            "anger",
            "annoyance",
            "disappointment",
            "disapproval",
            "disgust",
            "embarrassment",
            "fear",
            "grief",
            "nervousness",
            "remorse",
            "sadness");

    /** Their names, by their number. */
    List<String> names() {
        return Lines.of(data.resolve("goemotions/labels.txt"));
    }

    /** A file of them, with a bit an emotion. */
    List<Labelled> read(String file) {
        var examples = new ArrayList<Labelled>();
        for (var line : Lines.of(data.resolve("goemotions").resolve(file))) {
            var cells = line.split("\t", -1);
            long answers = 0;
            for (var number : cells[1].split(",", -1)) {
                answers |= 1L << Integer.parseInt(number);
            }
            examples.add(new Labelled(Example.of(cells[0], "en"), answers, 1));
        }
        return examples;
    }

    /** What may train. */
    DataSet all() {
        return set(read("train.tsv"));
    }

    /** The same as three sentiments, in the order of {@link Corpus#SENTIMENTS}; texts of mixed feelings left out. */
    DataSet feelings() {
        var names = names();
        var examples = new ArrayList<Labelled>();
        for (var one : read("train.tsv")) {
            boolean glad = any(names, one, GLAD);
            boolean sorry = any(names, one, SORRY);
            if (!glad || !sorry) {
                examples.add(new Labelled(one.example(), 1L << (glad ? 2 : sorry ? 0 : 1), 1));
            }
        }
        return set(examples);
    }

    private DataSet set(List<Labelled> examples) {
        var file = data.resolve("goemotions/train.tsv");
        return Sources.set("GoEmotions", Terms.PERMISSIVE, "Apache-2.0; data CC BY 4.0", List.of(file), examples);
    }

    private static boolean any(List<String> names, Labelled one, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (one.holds(i) && wanted.contains(names.get(i))) {
                return true;
            }
        }
        return false;
    }
}
