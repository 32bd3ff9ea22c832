// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import java.util.Locale;

/** What a word or phrase of a {@link Lexicon} is a sign of, the same in every language. */
public enum Sense {
    GOOD(0, 1),
    GREAT(1, 2),
    BAD(2, -1),
    AWFUL(3, -2),
    INSULT(4, -2),
    THANKS(5, 1),
    PRAISE(6, 1),
    APOLOGY(7, 0),
    ASK(8, 0),
    WISH(9, 0),
    FAULT(10, -1),
    GRIPE(11, -2),
    FIX(12, 0),
    JOB(13, 0),
    PRESS(14, 0),
    DEAL(15, 0),
    SPAM(16, 0),
    LEGAL(17, 0),
    DANGER(18, 0),
    HURRY(19, 0),
    NEWS(20, 0),
    NOT(21, 0),
    VERY(22, 0),
    BUT(23, 0),
    LAUGH(24, 1);

    private final int code;
    private final int feeling;

    Sense(int code, int feeling) {
        this.code = code;
        this.feeling = feeling;
    }

    /** The lexicon's word for it: {@code good}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its number in features and files; never given to another. */
    int code() {
        return code;
    }

    /** Feeling that it carries, -2 to 2. */
    int feeling() {
        return feeling;
    }
}
