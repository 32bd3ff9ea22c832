// SPDX-License-Identifier: Apache-2.0
package rapporto.alert;

import java.text.Normalizer;

/** Text for places that take ASCII only. */
final class Ascii {
    private Ascii() {}

    /** {@code text} on one line, accents folded, anything else outside printable ASCII as a question mark. */
    static String of(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var line = new StringBuilder(folded.length());
        folded.codePoints().forEach(point -> append(line, point));
        return line.toString().replaceAll(" {2,}", " ").strip();
    }

    private static void append(StringBuilder line, int point) {
        if (Character.isWhitespace(point) || Character.isISOControl(point)) {
            line.append(' ');
        } else if (point > ' ' && point <= '~') {
            line.append((char) point);
        } else if (point == '’' || point == '‘') {
            line.append('\'');
        } else if (Character.getType(point) != Character.NON_SPACING_MARK) {
            line.append('?');
        }
    }
}
