// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import java.util.Arrays;

/**
 * The tokens of a text, in order: words in lower case, links, names, emoticons, emoji and runs of signs, each with its
 * place. Made in one pass; a long token keeps only its first letters.
 */
public final class Tokens {
    /** What a token is. */
    enum Form {
        WORD,
        NUMBER,
        LINK,
        NAME,
        SIGN
    }

    /** Letters of a token that are kept. */
    private static final int MAX_LETTERS = 40;

    private static final int MAX_EQUAL = 3;

    private static final String LINK = "\u0001link";
    private static final String NAME = "\u0001name";

    private final String text;
    private final int end;
    private int size;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int[] letterStarts = new int[33];
    private Form[] forms = new Form[32];
    private char[] letters = new char[256];
    private int used;

    private Tokens(String text) {
        this.text = text;
        this.end = text.length();
    }

    /** Reads any text. */
    public static Tokens of(String text) {
        var tokens = new Tokens(text);
        int at = 0;
        while (at < tokens.end) {
            at = tokens.next(at);
        }
        return tokens;
    }

    /** How many tokens there are. */
    public int size() {
        return size;
    }

    /** Where token {@code i} begins in the text. */
    public int start(int i) {
        return starts[i];
    }

    /** Where token {@code i} ends in the text, exclusive. */
    public int end(int i) {
        return ends[i];
    }

    /** Token {@code i} as it stands in the text. */
    public String word(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Token {@code i} in lower case, stretched letters cut. */
    String folded(int i) {
        return new String(letters, letterStarts[i], length(i));
    }

    Form form(int i) {
        return forms[i];
    }

    int length(int i) {
        return letterStarts[i + 1] - letterStarts[i];
    }

    char letter(int token, int i) {
        return letters[letterStarts[token] + i];
    }

    /** Whether word {@code i} is written in capitals alone, two or more. */
    boolean isShouted(int i) {
        return ends[i] - starts[i] > 1
                && text.substring(starts[i], ends[i])
                        .chars()
                        .allMatch(c -> Character.isUpperCase(c) || !Character.isLetter(c));
    }

    private int next(int at) {
        int point = text.codePointAt(at);
        if (Character.isWhitespace(point) || point == '\u200d' || point == '\ufe0f') {
            return at + Character.charCount(point);
        }
        if (isLink(at)) {
            return whole(at, past(at, false), Form.LINK, LINK);
        }
        if (point == '@' && at + 1 < end && isWordPart(text.codePointAt(at + 1))) {
            return whole(at, past(at + 1, true), Form.NAME, NAME);
        }
        if (Character.isLetter(point) || Character.isDigit(point)) {
            return letters(at);
        }
        int emoticon = Emoticon.end(text, at);
        return emoticon > at ? signs(at, emoticon) : signs(at, run(at, point));
    }

    private boolean isLink(int at) {
        char c = text.charAt(at);
        return (c == 'h' && (text.startsWith("http://", at) || text.startsWith("https://", at) || isBareHttp(at)))
                || (c == 'w' && text.startsWith("www.", at));
    }

    /** Where links were taken out of a text, {@code http} alone stands for one. */
    private boolean isBareHttp(int at) {
        return text.startsWith("http", at) && (at + 4 == end || Character.isWhitespace(text.charAt(at + 4)));
    }

    /** The end of what runs on from {@code at}: letters of a name, or anything but white space. */
    private int past(int at, boolean name) {
        int to = at;
        while (to < end) {
            int point = text.codePointAt(to);
            if (name ? !isWordPart(point) : Character.isWhitespace(point)) {
                break;
            }
            to += Character.charCount(point);
        }
        return to;
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point)
                || point == '_'
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    /** An elision ends a token where three letters or more follow: {@code l'|avvocato}, but {@code don't}. */
    private int letters(int from) {
        int to = from;
        boolean number = true;
        begin(from);
        while (to < end) {
            int point = text.codePointAt(to);
            int width = Character.charCount(point);
            if (isWordPart(point)) {
                number &= Character.isDigit(point);
                add(Character.isDigit(point) ? '0' : Character.toLowerCase(point));
            } else if (isJoint(point) && isLetter(to + 1)) {
                boolean apostrophe = point == '\'' || point == '’';
                add(apostrophe ? '\'' : point);
                if (apostrophe && isLetter(to + 2) && isLetter(to + 3)) {
                    close(from, to + 1, Form.WORD);
                    return to + 1;
                }
            } else {
                break;
            }
            to += width;
        }
        close(from, to, number ? Form.NUMBER : Form.WORD);
        return to;
    }

    private boolean isLetter(int at) {
        return at < end && Character.isLetter(text.charAt(at));
    }

    private static boolean isJoint(int point) {
        return point == '\'' || point == '’' || point == '*';
    }

    /** A run of {@code !?.}, or of one sign. */
    private int run(int at, int point) {
        int to = at + Character.charCount(point);
        boolean mixed = "!?.".indexOf(point) >= 0;
        while (to < end && (mixed ? "!?.".indexOf(text.charAt(to)) >= 0 : text.codePointAt(to) == point)) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private int signs(int from, int to) {
        begin(from);
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            add(text.codePointAt(at));
        }
        close(from, to, Form.SIGN);
        return to;
    }

    private int whole(int from, int to, Form form, String folded) {
        begin(from);
        folded.chars().forEach(this::add);
        close(from, to, form);
        return to;
    }

    private void begin(int from) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            forms = Arrays.copyOf(forms, size * 2);
            letterStarts = Arrays.copyOf(letterStarts, size * 2 + 1);
        }
        starts[size] = from;
        letterStarts[size] = used;
    }

    private void add(int point) {
        int have = used - letterStarts[size];
        boolean stretched = have >= MAX_EQUAL
                && letters[used - 1] == point
                && letters[used - 2] == point
                && letters[used - 3] == point;
        if (stretched || have >= MAX_LETTERS) {
            return;
        }
        if (used + 2 > letters.length) {
            letters = Arrays.copyOf(letters, letters.length * 2);
        }
        used += Character.toChars(point, letters, used);
    }

    private void close(int from, int to, Form form) {
        starts[size] = from;
        ends[size] = to;
        forms[size] = form;
        size++;
        letterStarts[size] = used;
    }
}
