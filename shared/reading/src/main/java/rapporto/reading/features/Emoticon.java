// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

/** Faces and hearts made of signs. */
final class Emoticon {
    private Emoticon() {}

    /** The end of an emoticon such as {@code :-)} at {@code at}, or {@code at}. */
    static int end(String text, int at) {
        int end = text.length();
        char c = text.charAt(at);
        if (c == '<' && at + 1 < end && text.charAt(at + 1) == '3') {
            return at + 2;
        }
        if (c != ':' && c != ';' && c != '=') {
            return at;
        }
        int to = at + 1;
        while (to < end && to < at + 3 && "-'o^".indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        boolean mouth = to < end && ")(DPpOo/\\|*3@]['".indexOf(text.charAt(to)) >= 0;
        boolean word =
                mouth && Character.isLetter(text.charAt(to)) && to + 1 < end && Character.isLetter(text.charAt(to + 1));
        return mouth && !word ? to + 1 : at;
    }
}
