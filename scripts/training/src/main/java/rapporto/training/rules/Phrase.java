// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.util.List;

/**
 * A phrase that decides. In its words {@code ~} at the end stands for any ending, {@code *} alone for up to two words,
 * and a {@code *} inside a word of the text for any letter.
 *
 * @param strength how sure it is, 0 to 1
 */
record Phrase(Cue cue, double strength, List<String> words) {
    private static final int MAX_SKIPPED = 2;

    /** How many tokens from {@code at} it takes up; 0 when it does not stand there. */
    int length(List<Token> tokens, int at) {
        int end = match(tokens, at, 0);
        return end < 0 ? 0 : end - at;
    }

    private int match(List<Token> tokens, int at, int word) {
        if (word == words.size()) {
            return at;
        }
        if (words.get(word).equals("*")) {
            for (int skipped = 0; skipped <= MAX_SKIPPED; skipped++) {
                int end = match(tokens, at + skipped, word + 1);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return at < tokens.size() && matches(words.get(word), tokens.get(at).folded())
                ? match(tokens, at + 1, word + 1)
                : -1;
    }

    static boolean matches(String pattern, String word) {
        if (pattern.endsWith("~")) {
            return word.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.equals(word) || (word.indexOf('*') > 0 && masked(pattern, word));
    }

    private static boolean masked(String pattern, String word) {
        if (pattern.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != '*' && word.charAt(i) != pattern.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
