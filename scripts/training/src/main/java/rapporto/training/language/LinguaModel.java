// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often groups of letters stand in the words of a language, after the models that Lingua publishes (Apache-2.0). These
 * have no edges of words, but a group that is seen more often than all its continuations together ends words that often:
 * so edges follow from the counts, and from both of them words can be drawn as they stand in running text.
 */
final class LinguaModel {
    private static final List<String> FILES = List.of("uni", "bi", "tri", "quadri", "five");
    private static final int LONGEST = 5;
    private static final int LONGEST_WORD = 24;

    /** Letters are packed, five in a number; the few beyond are of other alphabets. */
    private static final int LETTER_BITS = 12;

    private static final long LETTER = (1L << LETTER_BITS) - 1;
    private static final long EDGE = '_';

    /** Counts are whole: what is left by rounding is less. */
    private static final double SEEN = 0.5;

    /** Groups that tell what follows up to four letters, sorted, and the sum of counts up to each. */
    private final long[] groups;

    private final double[] sums;

    private LinguaModel(Map<Long, Double> counts) {
        groups = counts.keySet().stream()
                .mapToLong(Long::longValue)
                .filter(LinguaModel::isStep)
                .sorted()
                .toArray();
        sums = new double[groups.length + 1];
        for (int i = 0; i < groups.length; i++) {
            sums[i + 1] = sums[i] + counts.getOrDefault(groups[i], 0.0);
        }
    }

    static LinguaModel of(String language) throws IOException {
        var counts = new HashMap<Long, Double>();
        for (var file : FILES) {
            new Parser(counts, text("/language-models/%s/%sgrams.json".formatted(language, file))).parse();
        }
        double letters = letters(counts);
        counts.replaceAll((_, count) -> (double) Math.round(count * letters));
        addEdges(counts);
        counts.values().removeIf(count -> count < SEEN);
        return new LinguaModel(counts);
    }

    /** Of how many letters the model was made: one over the smallest step between shares. */
    private static double letters(Map<Long, Double> counts) {
        double least = 1;
        for (var entry : counts.entrySet()) {
            if (entry.getKey() <= LETTER) {
                least = Math.min(least, entry.getValue());
            }
        }
        return 1 / least;
    }

    private static String text(String name) throws IOException {
        try (var in = LinguaModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is missing from the class path: wanted Lingua 1.2.2");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void addEdges(Map<Long, Double> counts) {
        var begun = new HashMap<Long, Double>();
        var ended = new HashMap<Long, Double>();
        counts.forEach((group, count) -> {
            int length = length(group);
            if (length < LONGEST) {
                begun.merge(edged(group), count, Double::sum);
                ended.merge(group << LETTER_BITS | EDGE, count, Double::sum);
            }
            if (length > 1) {
                begun.merge(edged(group & mask(length - 1)), -count, Double::sum);
                ended.merge(group >>> LETTER_BITS << LETTER_BITS | EDGE, -count, Double::sum);
            }
        });
        var whole = new HashMap<Long, Double>();
        begun.forEach((group, count) -> {
            int length = length(group);
            if (length < LONGEST) {
                whole.merge(group << LETTER_BITS | EDGE, count, Double::sum);
            }
            if (length > 2) {
                whole.merge(group >>> LETTER_BITS << LETTER_BITS | EDGE, -count, Double::sum);
            }
        });
        counts.putAll(begun);
        counts.putAll(ended);
        counts.putAll(whole);
    }

    private static long mask(int letters) {
        return (1L << (letters * LETTER_BITS)) - 1;
    }

    private static int length(long group) {
        return (64 - Long.numberOfLeadingZeros(group) + LETTER_BITS - 1) / LETTER_BITS;
    }

    private static long edged(long group) {
        return EDGE << (length(group) * LETTER_BITS) | group;
    }

    /** Whether a group tells what follows the start of a word, or four letters. */
    private static boolean isStep(long group) {
        int length = length(group);
        long first = group >>> ((length - 1) * LETTER_BITS);
        return length > 1 && (first == EDGE || length == LONGEST);
    }

    /** A word as it may stand in running text. */
    String draw(SplittableRandom random) {
        var word = new StringBuilder();
        long before = EDGE;
        while (word.length() < LONGEST_WORD) {
            long next = follow(before, random) & LETTER;
            if (next == EDGE || next == 0) {
                break;
            }
            word.append((char) next);
            before = (before << LETTER_BITS | next) & mask(LONGEST - 1);
        }
        return word.toString();
    }

    private long follow(long before, SplittableRandom random) {
        int from = place(before << LETTER_BITS);
        int to = place((before + 1) << LETTER_BITS);
        double drawn = sums[from] + random.nextDouble() * (sums[to] - sums[from]);
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle + 1] > drawn) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return from < to ? groups[low] : 0;
    }

    private int place(long group) {
        int at = Arrays.binarySearch(groups, group);
        return at < 0 ? -at - 1 : at;
    }

    /** Reads {@code "1/41":"ab cd"}: what share of what begins like them these groups have. */
    private record Parser(Map<Long, Double> counts, String json) {
        void parse() {
            int at = json.indexOf("\"ngrams\"") + 8;
            for (int quote = json.indexOf('"', at); quote >= 0; quote = json.indexOf('"', at)) {
                int middle = json.indexOf("\":\"", quote);
                int end = json.indexOf('"', middle + 3);
                add(json.substring(quote + 1, middle), json.substring(middle + 3, end));
                at = end + 1;
            }
        }

        private void add(String fraction, String groups) {
            int slash = fraction.indexOf('/');
            double share = Double.parseDouble(fraction.substring(0, slash))
                    / Double.parseDouble(fraction.substring(slash + 1));
            for (var group : groups.split(" ", -1)) {
                if (group.chars().allMatch(c -> c <= LETTER)) {
                    long packed = group.chars().asLongStream().reduce(0, (key, c) -> key << LETTER_BITS | c);
                    counts.put(
                            packed,
                            share * (group.length() == 1 ? 1 : counts.getOrDefault(packed >>> LETTER_BITS, 0.0)));
                }
            }
        }
    }
}
