// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import java.nio.charset.StandardCharsets;

/**
 * A person's words: a title where the channel has one, and the text. {@link #toString} hides them, so that they never
 * reach a log.
 *
 * @param title empty where there is none
 * @param text empty where there is none
 * @param cut whether the text was longer than {@link #MAX_TEXT_BYTES} and is kept only to there
 */
public record Words(String title, String text, boolean cut) {
    /** Longest kept text in UTF-8. */
    public static final int MAX_TEXT_BYTES = 8 * 1024;

    /** Longest kept title in UTF-8. */
    public static final int MAX_TITLE_BYTES = 512;

    /** No words at all: a reaction, a join, a deletion. */
    public static final Words NONE = new Words("", "", false);

    /** Words cut to what is kept. */
    public static Words of(String title, String text) {
        var kept = upTo(text.strip(), MAX_TEXT_BYTES);
        return new Words(
                upTo(title.strip(), MAX_TITLE_BYTES),
                kept,
                kept.length() < text.strip().length());
    }

    /** Title and text as one passage, for reading. */
    public String passage() {
        return title.isEmpty() ? text : text.isEmpty() ? title : title + "\n" + text;
    }

    /** The first {@code characters} of the passage on one line, ended by an ellipsis where it was cut. */
    public String excerpt(int characters) {
        var line = passage().replaceAll("\\s+", " ").strip();
        if (line.length() <= characters) {
            return line;
        }
        int end = characters - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + "…";
    }

    @Override
    public String toString() {
        return "Words[%d and %d characters]".formatted(title.length(), text.length());
    }

    private static String upTo(String words, int bytes) {
        if (words.length() <= bytes / 3 || words.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return words;
        }
        int used = 0;
        int end = 0;
        while (end < words.length()) {
            int point = words.codePointAt(end);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return words.substring(0, end);
    }
}
