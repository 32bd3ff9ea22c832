// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.text.Normalizer;
import java.util.Set;

/**
 * The words of a text that tell its language, one after the other: no links, addresses, names after {@code @}, code, or
 * what has a digit in it. Reads a text once, whatever it is. Not thread safe.
 */
public final class WordReader {
    /** More letters than these tell nothing new. */
    private static final int ENOUGH = 4_096;

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_ENTITY = 8;

    /** Written alike that often, a letter is drawn out and counts once. */
    private static final int DRAWN_OUT = 3;

    /** More accents than these on one letter are a game. */
    private static final int MOST_MARKS = 2;

    private static final Set<String> LINKS = Set.of("http", "https", "www");
    private final String text;
    private final boolean hashtags;
    private final char[] padded = new char[LONGEST_WORD + 2];
    private int at;
    private int letters;
    private int start;
    private int length;
    private int repeats;
    private int marks;
    private boolean codeCloses = true;
    private Script script = Script.OTHER;

    /**
     * Stands before the first word.
     *
     * @param hashtags whether words after {@code #} count
     */
    public WordReader(String text, boolean hashtags) {
        this.text = text;
        this.hashtags = hashtags;
        padded[0] = LetterGroups.EDGE;
    }

    /** Goes to the next word, and says whether there is one. */
    public boolean next() {
        while (at < text.length() && letters < ENOUGH) {
            char c = text.charAt(at);
            if (isLetter(c)) {
                if (word()) {
                    return true;
                }
            } else {
                at = after(c);
            }
        }
        return false;
    }

    /** The word between two edges, in lower case; the array is used again for the next one. */
    public char[] padded() {
        return padded;
    }

    /** How much of {@link #padded} is the word with its edges. */
    public int length() {
        return length;
    }

    /** Whether it is written in Latin or Cyrillic letters, which several languages share. */
    public boolean isShared() {
        return script == Script.LATIN || script == Script.CYRILLIC;
    }

    Script script() {
        return script;
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    private int after(char c) {
        return switch (c) {
            case '@' -> Links.afterName(text, at + 1);
            case '#' -> hashtags ? at + 1 : afterRun(at + 1);
            case '`' -> afterCode();
            case '&' -> afterShort(';', LONGEST_ENTITY);
            case ':' -> afterShort(':', Links.LONGEST_NAME);
            default -> c == '_' || Character.isDigit(c) ? afterRun(at) : at + 1;
        };
    }

    private boolean word() {
        start = at;
        script = Script.of(text.charAt(at));
        length = 1;
        int own = 0;
        boolean plain = true;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isLetter(c)) {
                if (Script.of(c) != script) {
                    break;
                }
                own++;
                marks = 0;
                take(c);
            } else if (isMark(c)) {
                marks++;
                compose(c);
            } else if (c == '_' || Character.isDigit(c)) {
                plain = false;
            } else {
                break;
            }
        }
        padded[length++] = LetterGroups.EDGE;
        boolean counts = plain && !skipLink();
        letters += counts ? own : 0;
        return counts;
    }

    private void take(char c) {
        char lower = c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c);
        repeats = lower == padded[length - 1] ? repeats + 1 : 1;
        if (repeats >= DRAWN_OUT) {
            length -= repeats == DRAWN_OUT ? 1 : 0;
        } else if (length <= LONGEST_WORD) {
            padded[length++] = lower;
        }
    }

    /** Joins an accent with its letter, as most texts are written. */
    private void compose(char mark) {
        if (isShared() && marks <= MOST_MARKS) {
            var pair = new String(new char[] {padded[length - 1], mark});
            var joined = Normalizer.normalize(pair, Normalizer.Form.NFC);
            if (joined.length() == 1) {
                padded[length - 1] = joined.charAt(0);
            }
        }
    }

    private static boolean isLetter(char c) {
        return c < '\u0080' ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
    }

    private static boolean isMark(char c) {
        if (c < '\u0300') {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** When what was just read is the start of a link or an address, goes behind it. */
    private boolean skipLink() {
        if (script != Script.LATIN || at >= text.length()) {
            return isLinkWord();
        }
        char c = text.charAt(at);
        if ((c == ':' && text.startsWith("://", at)) || (c == '.' && Links.isDomain(text, at, isLinkWord()))) {
            at = Links.end(text, at);
            return true;
        }
        if ((c == '@' || c == '.' || c == '-' || c == '+') && Links.isAddress(text, at)) {
            at = Links.afterName(text, text.indexOf('@', at) + 1);
            return true;
        }
        return isLinkWord();
    }

    private boolean isLinkWord() {
        return length < 8 && LINKS.contains(new String(padded, 1, length - 2));
    }

    private int afterRun(int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == '_' || Character.isLetterOrDigit(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    /** Behind the closing backtick; where none closes, none is sought again. */
    private int afterCode() {
        int close = codeCloses ? text.indexOf('`', afterTicks(at)) : -1;
        codeCloses = close >= 0;
        return afterTicks(codeCloses ? close : at);
    }

    private int afterTicks(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '`') {
            i++;
        }
        return i;
    }

    /** Behind an entity of HTML, or the name of an emoji such as {@code :smile:}, or the next character. */
    private int afterShort(char closing, int longest) {
        int end = Math.min(text.length(), at + longest);
        int i = at + 1;
        while (i < end && (Links.isOfName(text.charAt(i)) || text.charAt(i) == '#')) {
            i++;
        }
        return i < end && i > at + 1 && text.charAt(i) == closing ? i + 1 : at + 1;
    }
}
