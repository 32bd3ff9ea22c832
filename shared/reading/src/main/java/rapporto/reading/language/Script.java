// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

/** What a letter belongs to. Blocks of Unicode, since a look-up of each letter's script would cost more than the rest. */
enum Script {
    LATIN("", 1),
    CYRILLIC("", 1),
    ARABIC("ar", 1),
    DEVANAGARI("hi", 1),
    GREEK("el", 1),
    HEBREW("he", 1),
    THAI("th", 1),
    HANGUL("ko", 2),
    HAN("zh", 3),
    KANA("ja", 2),
    OTHER("", 1);

    /** The one language that writes so, empty where there are several. */
    private final String language;

    /** For how many Latin letters one of these stands. */
    private final int worth;

    Script(String language, int worth) {
        this.language = language;
        this.worth = worth;
    }

    String language() {
        return language;
    }

    int worth() {
        return worth;
    }

    /** Whether words are parted by spaces. */
    boolean hasWords() {
        return this != THAI && this != HAN && this != KANA;
    }

    static Script of(char letter) {
        if (letter < '\u0370' || between(letter, '\u1e00', '\u1f00') || between(letter, '\ufb00', '\ufb07')) {
            return LATIN;
        }
        return letter < '\u1100' ? western(letter) : eastern(letter);
    }

    private static Script western(char letter) {
        if (letter < '\u0400') {
            return GREEK;
        }
        if (letter < '\u0530') {
            return CYRILLIC;
        }
        if (letter < '\u0900') {
            return semitic(letter);
        }
        if (letter < '\u0980') {
            return DEVANAGARI;
        }
        return between(letter, '\u0e00', '\u0e80') ? THAI : OTHER;
    }

    private static Script semitic(char letter) {
        if (between(letter, '\u0590', '\u0600')) {
            return HEBREW;
        }
        boolean arabic = between(letter, '\u0600', '\u0700') || between(letter, '\u0750', '\u0780');
        return arabic || letter >= '\u08a0' ? ARABIC : OTHER;
    }

    private static Script eastern(char letter) {
        if (letter < '\u1200' || between(letter, '\u3130', '\u3190') || between(letter, '\uac00', '\ud7b0')) {
            return HANGUL;
        }
        if (between(letter, '\u3040', '\u3100') || between(letter, '\u31f0', '\u3200')) {
            return KANA;
        }
        if (between(letter, '\u3400', '\ua000') || between(letter, '\uf900', '\ufb00')) {
            return HAN;
        }
        return letter >= '\ufb00' ? presented(letter) : between(letter, '\u1f00', '\u2000') ? GREEK : OTHER;
    }

    /** The forms in which old systems write letters. */
    private static Script presented(char letter) {
        if (letter < '\ufb50') {
            return HEBREW;
        }
        if (letter < '\ufe00' || between(letter, '\ufe70', '\uff00')) {
            return ARABIC;
        }
        return between(letter, '\uff66', '\uffa0') ? KANA : OTHER;
    }

    private static boolean between(char letter, char first, char behind) {
        return letter >= first && letter < behind;
    }
}
