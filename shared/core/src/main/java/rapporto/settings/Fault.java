// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.regex.Pattern;

/**
 * Something wrong in a settings document.
 *
 * @param line from 1
 * @param path of the value: {@code sources[0].team}; empty for the whole document
 * @param message what was found and what was wanted
 */
public record Fault(int line, String path, String message) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");
    private static final int MOST_SHOWN = 60;

    /** One line for people: {@code line 12: sources[0].team is "suport", wanted one of press, support}. */
    @Override
    public String toString() {
        return "line %d: %s%s".formatted(line, path.isEmpty() ? "" : path + " ", message);
    }

    /** What stands in the document, fit for one line: no line ends that could pass for a second fault, and cut. */
    static String shown(String found) {
        int end = Math.min(found.length(), MOST_SHOWN);
        if (end < found.length() && Character.isHighSurrogate(found.charAt(end - 1))) {
            end--;
        }
        var line = UNPRINTABLE.matcher(found.substring(0, end)).replaceAll(" ");
        return end < found.length() ? line + "…" : line;
    }
}
