// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.util.regex.Pattern;

/**
 * A text with what its writer did not say blanked out, character for character: quoted lines, code, links. So every
 * word keeps its place, and what decided can be shown as it stands.
 *
 * @param said the text with blanks
 * @param hasFault whether a stack trace or an error code is in it, quoted or not
 */
record Prose(String said, boolean hasFault) {
    // Each pattern runs over bounded, non-nested matter, so that no text makes it slow.
    private static final Pattern CODE = Pattern.compile("```[^`]{0,8000}```|`[^`\\n]{1,300}`");
    private static final Pattern QUOTE = Pattern.compile("(?m)^[ \\t]{0,3}>[^\\n]*$");
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[^\\s<>]{1,2000}");
    private static final Pattern FAULT = Pattern.compile(
            "\\b[A-Z]\\w{2,60}(?:Exception|Error)\\b|Traceback \\(most|\\bat [\\w$.]{3,120}\\([\\w.]{1,60}:\\d+\\)"
                    + "|\\b(?:HTTP|errore?|error|status) ?(?:code )?[45]\\d\\d\\b");

    static Prose of(String text) {
        var said = blank(LINK, blank(CODE, blank(QUOTE, text)));
        return new Prose(said, FAULT.matcher(text).find());
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(match -> " ".repeat(match.end() - match.start()));
    }
}
