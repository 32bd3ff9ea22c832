// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import java.util.List;

/**
 * Words, word pairs, the first and the last words, letter groups inside words, signs, what a lexicon says of the words,
 * negation, and the form of the whole, as hashes. The same class trains and serves.
 */
public final class Featuriser {
    private static final int WORD = 1;
    private static final int PAIR = 2;
    private static final int GROUP = 3;
    private static final int NEGATED = 4;
    private static final int SENSE = 5;
    private static final int FORM = 6;
    private static final int CIRCUMSTANCE = 7;
    private static final int OPENING = 8;
    private static final int CLOSING = 9;

    private static final int SHORTEST_GROUP = 2;
    private static final int LONGEST_GROUP = 5;
    private static final int NEGATION_REACH = 4;
    private static final int EDGE = 2;
    private static final int OPENING_TOKENS = 3;
    private static final int CLOSING_TOKENS = 4;

    private final Lexicon lexicon;

    /** Reads the senses of words from {@code lexicon}. */
    public Featuriser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The features of a text, in linear time.
     *
     * @param language decides which words of the lexicon count
     * @param circumstances what is known beside the text, such as {@code reply:question}
     */
    public Features features(Tokens tokens, String language, List<String> circumstances) {
        var features = new Features();
        int before = EDGE;
        for (int i = 0; i < tokens.size(); i++) {
            int word = word(tokens, i);
            features.add(Hash.spread(word, WORD), i);
            features.add(Hash.spread(Hash.roll(before, word), PAIR), i);
            if (tokens.form(i) == Tokens.Form.WORD) {
                groups(features, tokens, i);
            }
            place(features, word, i, tokens.size());
            before = Hash.spread(word, PAIR);
        }
        if (tokens.size() > 0) {
            features.add(Hash.spread(Hash.roll(before, EDGE), PAIR), tokens.size() - 1);
        }
        senses(features, tokens, language);
        form(features, tokens);
        for (var circumstance : circumstances) {
            features.add(Hash.spread(circumstance.hashCode(), CIRCUMSTANCE), Features.WHOLE);
        }
        return features;
    }

    /** What {@link #inLanguage} takes for a language. */
    public static int salt(String language) {
        int salt = Hash.START;
        for (int i = 0; i < language.length(); i++) {
            salt = Hash.roll(salt, language.charAt(i));
        }
        return salt;
    }

    /** The feature {@code hash} as it counts in one language only. */
    public static int inLanguage(int hash, int salt) {
        return Hash.spread(hash, salt);
    }

    private static int word(Tokens tokens, int token) {
        int hash = Hash.START;
        for (int i = 0; i < tokens.length(token); i++) {
            hash = Hash.roll(hash, tokens.letter(token, i));
        }
        return hash;
    }

    /** How a text begins and how it ends say more than its middle. */
    private static void place(Features features, int word, int token, int size) {
        if (token < OPENING_TOKENS) {
            features.add(Hash.spread(word, OPENING), token);
        }
        if (token >= size - CLOSING_TOKENS) {
            features.add(Hash.spread(word, CLOSING), token);
        }
    }

    /** All groups of 2 to 5 letters of a word between its edges. */
    private static void groups(Features features, Tokens tokens, int token) {
        int length = tokens.length(token);
        for (int from = -1; from < length; from++) {
            int hash = Hash.START;
            int to = Math.min(from + LONGEST_GROUP, length + 1);
            for (int i = from; i < to; i++) {
                hash = Hash.roll(hash, i < 0 || i == length ? EDGE : tokens.letter(token, i));
                if (i - from + 1 >= SHORTEST_GROUP) {
                    features.add(Hash.spread(hash, GROUP), token);
                }
            }
        }
    }

    private void senses(Features features, Tokens tokens, String language) {
        int negatedTo = -1;
        int feeling = 0;
        int last = -1;
        boolean turned = false;
        for (var found : lexicon.find(tokens, language)) {
            var sense = found.sense();
            int at = found.last();
            boolean negated = at <= negatedTo;
            features.add(sense(sense.code(), negated ? 1 : 0), at);
            if (turned) {
                features.add(sense(sense.code(), 2), at);
            }
            if (sense == Sense.NOT) {
                negatedTo = at + NEGATION_REACH;
                negate(features, tokens, at);
            }
            turned |= sense == Sense.BUT;
            if (sense.feeling() != 0) {
                feeling += negated ? -sense.feeling() : sense.feeling();
                last = at;
                if (tokens.size() - at <= NEGATION_REACH) {
                    features.add(sense(sense.code(), 3), at);
                }
            }
        }
        features.add(sense(Math.clamp(feeling, -4, 4), 5), last);
    }

    private static void negate(Features features, Tokens tokens, int at) {
        int end = Math.min(tokens.size(), at + 1 + NEGATION_REACH);
        for (int i = at + 1; i < end && tokens.form(i) != Tokens.Form.SIGN; i++) {
            features.add(Hash.spread(word(tokens, i), NEGATED), i);
        }
    }

    private static int sense(int value, int how) {
        return Hash.spread(value * 8 + how, SENSE);
    }

    private static void form(Features features, Tokens tokens) {
        int asked = 0;
        int called = 0;
        int shouted = 0;
        int words = 0;
        int links = 0;
        int numbers = 0;
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.form(i)) {
                case WORD -> {
                    words++;
                    shouted += tokens.isShouted(i) ? 1 : 0;
                }
                case SIGN -> {
                    asked += tokens.letter(i, 0) == '?' ? 1 : 0;
                    called += tokens.letter(i, 0) == '!' ? 1 : 0;
                }
                case LINK -> links++;
                case NUMBER -> numbers++;
                case NAME -> {}
            }
        }
        int[] counts = {
            Math.min(asked, 3),
            Math.min(called, 3),
            Math.min(shouted, 3),
            32 - Integer.numberOfLeadingZeros(words),
            Math.min(links, 2),
            Math.min(numbers, 3)
        };
        for (int i = 0; i < counts.length; i++) {
            features.add(Hash.spread(i * 64 + counts[i], FORM), Features.WHOLE);
        }
    }
}
