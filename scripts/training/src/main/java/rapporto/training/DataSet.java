// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapporto.reading.linear.Ledger;

/** Labelled examples from one place, and the terms under which they came. */
record DataSet(Ledger.Source source, List<Labelled> examples) {
    private static final Pattern NO_LETTER = Pattern.compile("https?://\\S+|@\\w+|[^\\p{L}]+");

    private static final Pattern LINK = Pattern.compile("https?://\\S+|www\\.\\S+|\\S+\\.example\\S*");

    DataSet {
        examples = List.copyOf(examples);
    }

    /** The same, weighted so that each of {@code outputs} answers weighs as much as the others within a language. */
    DataSet balanced(int outputs, double weight) {
        var counts = examples.stream().collect(Collectors.groupingBy(DataSet::cell, Collectors.counting()));
        var languages = examples.stream()
                .collect(Collectors.groupingBy(one -> one.example().language(), Collectors.counting()));
        return new DataSet(
                source,
                examples.stream()
                        .map(one -> {
                            double all = languages.getOrDefault(one.example().language(), 0L);
                            double own = counts.getOrDefault(cell(one), 1L);
                            return one.times(weight * all / (outputs * own));
                        })
                        .toList());
    }

    private static String cell(Labelled one) {
        return one.example().language() + Long.numberOfTrailingZeros(one.answers());
    }

    /** The same with links taken out: in texts that were written on purpose they go with news, elsewhere with anything. */
    DataSet withoutLinks() {
        return new DataSet(
                source,
                examples.stream()
                        .map(one -> new Labelled(
                                one.example()
                                        .withText(LINK.matcher(one.example().text())
                                                .replaceAll("")),
                                one.answers(),
                                one.weight()))
                        .toList());
    }

    /** The same without texts that {@code others} hold too: what is measured on must not have trained. */
    DataSet without(List<Labelled> others) {
        var known = new HashSet<String>();
        others.forEach(one -> known.add(letters(one)));
        var rest =
                examples.stream().filter(one -> !known.contains(letters(one))).toList();
        return new DataSet(
                new Ledger.Source(source.name(), source.terms(), source.licence(), rest.size(), source.digest()), rest);
    }

    private static String letters(Labelled one) {
        return NO_LETTER.matcher(one.example().text().toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
