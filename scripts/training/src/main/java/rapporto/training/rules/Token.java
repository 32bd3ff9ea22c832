// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word or a run of question marks, and where it stands.
 *
 * @param folded lower case without accents and apostrophes; digits and signs that stand for letters folded back
 */
record Token(String folded, int start, int end) {
    private static final String LEET = "013457$@*!";
    private static final String LETTERS = "oieasts" + "a*i";

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean word = i < text.length() && isWord(text, i, start >= 0);
            if (word && start < 0) {
                start = i;
            } else if (!word && start >= 0) {
                add(tokens, text, start, i);
                start = -1;
            }
            if (i < text.length() && text.charAt(i) == '?') {
                tokens.add(new Token("?", i, i + 1));
            }
        }
        return tokens;
    }

    /** An elision parts words in Italian, {@code l'avvocato}; in English it joins them, {@code don't}. */
    private static void add(List<Token> tokens, String text, int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            boolean apostrophe = text.charAt(i) == '\'' || text.charAt(i) == '’';
            if (apostrophe && end - i > 3) {
                tokens.add(new Token(fold(text.substring(from, i)), from, i));
                from = i + 1;
            }
        }
        var rest = fold(text.substring(from, end));
        if (!rest.isEmpty()) {
            tokens.add(new Token(rest, from, end));
        }
    }

    private static boolean isWord(String text, int i, boolean inside) {
        char c = text.charAt(i);
        boolean between = inside && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (between && "'’*$@!".indexOf(c) >= 0);
    }

    private static String fold(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}|['’]", "")
                .toLowerCase(Locale.ROOT);
        boolean letters = plain.chars().anyMatch(Character::isLetter);
        boolean signs = plain.chars().anyMatch(c -> LEET.indexOf(c) >= 0);
        return letters && signs ? unmask(plain) : plain;
    }

    private static String unmask(String word) {
        var letters = new StringBuilder(word.length());
        word.chars().forEach(c -> letters.append(LEET.indexOf(c) >= 0 ? LETTERS.charAt(LEET.indexOf(c)) : (char) c));
        return letters.toString();
    }
}
