// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.List;
import java.util.Map;

/** An element of an XML answer: text or children, no attributes. */
record Element(String name, String text, List<Element> children) {
    Element {
        children = List.copyOf(children);
    }

    static Element of(String name, String text) {
        return new Element(name, text, List.of());
    }

    static Element of(String name, List<Element> children) {
        return new Element(name, "", children);
    }

    /** A list as the query protocol writes it: an element of the one name for each. */
    static Element members(String name, List<List<Element>> items) {
        return of(name, items.stream().map(fields -> of("member", fields)).toList());
    }

    /** A map as the query protocol writes it: an {@code entry} of {@code key} and {@code value} for each. */
    static Element entries(String name, Map<String, String> entries) {
        return of(
                name,
                entries.entrySet().stream()
                        .map(entry -> of("entry", List.of(of("key", entry.getKey()), of("value", entry.getValue()))))
                        .toList());
    }

    /** Appends this as XML. */
    void write(StringBuilder xml) {
        xml.append('<').append(name).append('>');
        text.codePoints().forEach(sign -> escape(sign, xml));
        children.forEach(child -> child.write(xml));
        xml.append("</").append(name).append('>');
    }

    private static void escape(int sign, StringBuilder xml) {
        switch (sign) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '\r' -> xml.append("&#13;");
            default -> xml.appendCodePoint(isAllowed(sign) ? sign : 0xFFFD);
        }
    }

    /** Whether XML 1.0 can hold the sign at all. */
    private static boolean isAllowed(int sign) {
        return sign == '\t'
                || sign == '\n'
                || (sign >= 0x20 && sign < 0xD800)
                || (sign >= 0xE000 && sign != 0xFFFE && sign != 0xFFFF);
    }
}
