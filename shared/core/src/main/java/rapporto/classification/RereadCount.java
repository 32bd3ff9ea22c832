// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapporto.classification.Reread.Skip;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.Reading;

/** Counts what comes of each item; grows with the number of labels, not of items. */
final class RereadCount {
    private static final String NONE = "-";

    private final SortedMap<String, SortedMap<String, Long>> labels = new TreeMap<>();
    private final SortedMap<Skip, Long> skipped = new TreeMap<>();
    private long lookedAt;
    private long changed;
    private long unchanged;

    void skip(Skip why) {
        lookedAt++;
        skipped.merge(why, 1L, Long::sum);
    }

    void read(Reading before, Reading after) {
        lookedAt++;
        long differences = Stream.of(
                        differs("language", before.language(), after.language()),
                        differs("sentiment", before.sentiment(), after.sentiment()),
                        differs("primary", before.primary(), after.primary()),
                        differs(intents(before), intents(after)),
                        differs("urgency", before.urgency(), after.urgency()),
                        differs("toxicity", before.toxicity(), after.toxicity()))
                .filter(differs -> differs)
                .count();
        if (differences > 0) {
            changed++;
        } else {
            unchanged++;
        }
    }

    Reread report(int version) {
        return new Reread(version, lookedAt, changed, unchanged, labels, skipped);
    }

    private boolean differs(String head, Label<?> before, Label<?> after) {
        boolean differs = !before.value().equals(after.value());
        if (differs) {
            became(head, word(before.value()), word(after.value()));
        }
        return differs;
    }

    private boolean differs(Set<Intent> before, Set<Intent> after) {
        without(before, after).forEach(gone -> became("intents", gone.word(), NONE));
        without(after, before).forEach(come -> became("intents", NONE, come.word()));
        return !before.equals(after);
    }

    private void became(String head, String before, String after) {
        labels.computeIfAbsent(head, _ -> new TreeMap<>()).merge("%s -> %s".formatted(before, after), 1L, Long::sum);
    }

    private static Set<Intent> intents(Reading reading) {
        return reading.intents().stream().map(Label::value).collect(Collectors.toSet());
    }

    private static Set<Intent> without(Set<Intent> all, Set<Intent> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String word(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
