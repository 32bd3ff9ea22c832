// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How alike texts are: Jaccard similarity of their runs of five characters, case and punctuation aside. */
final class Shingles {
    private static final int RUN = 5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Shingles() {}

    /** Two items and how alike they are, 0 to 1. */
    record Pair(String one, String other, double similarity) {}

    /** Pairs that are at least as alike as {@code limit}. */
    static List<Pair> pairs(List<CorpusItem> items, double limit) {
        var shingles = items.stream().map(item -> of(item.text())).toList();
        var holders = new HashMap<String, List<Integer>>();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < items.size(); i++) {
            int number = i;
            var common = new HashMap<Integer, Integer>();
            for (var shingle : shingles.get(i)) {
                var others = holders.computeIfAbsent(shingle, _ -> new ArrayList<>());
                others.forEach(other -> common.merge(other, 1, Integer::sum));
                others.add(number);
            }
            for (Map.Entry<Integer, Integer> entry : common.entrySet()) {
                int shared = entry.getValue();
                int all = shingles.get(i).size() + shingles.get(entry.getKey()).size() - shared;
                if (shared >= limit * all) {
                    pairs.add(new Pair(
                            items.get(entry.getKey()).id(), items.get(i).id(), (double) shared / all));
                }
            }
        }
        return pairs;
    }

    /** A text without words, such as emoji alone, stands for itself. */
    static Set<String> of(String text) {
        var words = NO_WORD.matcher(text.replace("\\n", " ").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        var from = words.isEmpty() ? text : words;
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= from.length(); i++) {
            runs.add(from.substring(i, i + RUN));
        }
        if (runs.isEmpty()) {
            runs.add(from);
        }
        return runs;
    }
}
