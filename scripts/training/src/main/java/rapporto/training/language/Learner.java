// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import rapporto.reading.language.LetterGroups;

/**
 * Learns to tell languages of one alphabet apart: first from words that Lingua's models draw, then from these and texts of
 * people, and at last once more with the weights only that the table has room for.
 */
final class Learner {
    private static final int MOST_FEATURES = 4_096;
    private static final int SEED = 20_260_105;

    /** Out of a hundred drawn examples, so many have one word, and two; the others have up to this many. */
    private static final int ONE_WORD = 45;

    private static final int TWO_WORDS = 25;
    private static final int MANY_WORDS = 8;

    /** Features that so few different words have teach nothing. */
    private static final int RARE = 3;

    private static final int NONE = -1;

    /** Steps grow smaller to this part of the first. */
    private static final double LAST_RATE = 0.02;

    private final List<String> languages;
    private final List<Pool> pools = new ArrayList<>();
    private final KeyIndex index = new KeyIndex();

    /** By the number of a feature: how many different words have it, and the group that it has but for its last letter. */
    private int[] counts = new int[0];

    private int[] beginnings = new int[0];

    Learner(List<String> languages, List<LinguaModel> models, int draws) {
        this.languages = languages;
        for (int i = 0; i < languages.size(); i++) {
            pools.add(new Pool(models.get(i), draws, new SplittableRandom(SEED + i)));
        }
        number();
        for (var pool : pools) {
            for (int word = 0; word < pool.size(); word++) {
                pool.features(word, numbers(pool.padded(word)));
            }
        }
    }

    private void number() {
        var all = new Census();
        for (var pool : pools) {
            for (int word = 0; word < pool.size(); word++) {
                all.count(pool.padded(word));
            }
        }
        counts = new int[all.size()];
        beginnings = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.words(i) >= RARE) {
                int number = index.add(all.key(i));
                counts[number] = all.words(i);
                beginnings[number] = all.beginning(i) < 0 ? NONE : index.find(all.key(all.beginning(i)));
            }
        }
    }

    private int[] numbers(char[] padded) {
        var numbers = new int[padded.length * LetterGroups.LONGEST + 1];
        int[] count = new int[1];
        LetterGroups.visit(padded, padded.length, (key, _) -> {
            int number = index.find(key);
            if (number >= 0) {
                numbers[count[0]++] = number;
            }
        });
        return Arrays.copyOf(numbers, count[0]);
    }

    int key(int feature) {
        return index.key(feature);
    }

    /** The group that a feature has but for its last letter, or -1. */
    int beginning(int feature) {
        return beginnings[feature];
    }

    List<String> languages() {
        return languages;
    }

    /** Learns from drawn words alone. */
    Regression drawn(long steps, double rate) {
        var regression = new Regression(index.size(), languages.size());
        learn(regression, List.of(), 0, steps, rate);
        return regression;
    }

    /** Learns on, {@code share} of the examples being texts of people. */
    void learn(Regression regression, List<Example> texts, double share, long steps, double rate) {
        var random = new SplittableRandom(SEED);
        var features = new Features();
        var byLanguage = new ArrayList<List<Example>>();
        for (int i = 0; i < languages.size(); i++) {
            int own = i;
            byLanguage.add(texts.stream().filter(text -> text.language() == own).toList());
        }
        for (long step = 0; step < steps; step++) {
            int language = random.nextInt(languages.size());
            var own = byLanguage.get(language);
            boolean real = random.nextDouble() < share && !own.isEmpty();
            features.clear();
            if (real) {
                own.get(random.nextInt(own.size())).words().forEach(features::add);
            } else {
                draw(language, random, features);
            }
            regression.learn(
                    features.numbers, features.count, language, rate * (1 + LAST_RATE - (double) step / steps));
        }
    }

    private void draw(int language, SplittableRandom random, Features features) {
        int kind = random.nextInt(100);
        int words = kind < ONE_WORD ? 1 : kind < ONE_WORD + TWO_WORDS ? 2 : 3 + random.nextInt(MANY_WORDS - 2);
        var pool = pools.get(language);
        for (int i = 0; i < words; i++) {
            features.add(pool.features(pool.draw(random, words < 3)));
        }
    }

    /** The features of one example; used again for the next. */
    private static final class Features {
        private final int[] numbers = new int[MOST_FEATURES];
        private int count;

        void clear() {
            count = 0;
        }

        void add(int[] word) {
            int taken = Math.min(word.length, MOST_FEATURES - count);
            System.arraycopy(word, 0, numbers, count, taken);
            count += taken;
        }
    }

    /** A text of a language of this alphabet, by the features of its words. */
    record Example(int language, List<int[]> words) {}

    List<Example> examples(List<Texts.Labelled> texts) {
        var examples = new ArrayList<Example>();
        for (var text : texts) {
            int language = languages.indexOf(text.language());
            if (language >= 0) {
                var words = text.words().stream()
                        .map(word -> numbers(word.toCharArray()))
                        .toList();
                examples.add(new Example(language, words));
            }
        }
        return examples;
    }

    /** The {@code entries} weights that matter most, once each row is told apart from its own middle; sets the others to 0. */
    void prune(Regression regression, int entries) {
        int classes = regression.classes();
        var worth = new float[regression.features() * classes];
        var row = new float[classes];
        for (int feature = 0; feature < regression.features(); feature++) {
            for (int k = 0; k < classes; k++) {
                row[k] = regression.weight(feature, k);
            }
            Arrays.sort(row);
            regression.shift(feature, -middle(row));
            double often = Math.sqrt(counts[feature]);
            for (int k = 0; k < classes; k++) {
                worth[feature * classes + k] = (float) (Math.abs(regression.weight(feature, k)) * often);
            }
        }
        var sorted = worth.clone();
        Arrays.sort(sorted);
        float least = Math.max(Float.MIN_NORMAL, sorted[Math.max(0, sorted.length - entries)]);
        var kept = new BitSet(worth.length);
        for (int i = 0; i < worth.length; i++) {
            kept.set(i, worth[i] >= least);
        }
        regression.keep(kept);
    }

    /** Where the sorted weights lie closest together: the languages of which a feature says nothing of their own. */
    private static float middle(float[] sorted) {
        int half = sorted.length / 2;
        int best = 0;
        for (int i = 1; i + half < sorted.length; i++) {
            if (sorted[i + half] - sorted[i] < sorted[best + half] - sorted[best]) {
                best = i;
            }
        }
        return sorted.length < 3 ? 0 : sorted[best + half / 2];
    }
}
