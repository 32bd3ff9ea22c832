// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.util.Locale;
import java.util.Set;

/** Where links, addresses and names begin and end in a text. */
final class Links {
    static final int LONGEST_NAME = 64;

    private static final Set<String> DOMAINS = Set.of(
            "com", "org", "net", "io", "dev", "app", "info", "eu", "edu", "gov", "it", "de", "fr", "es", "pt", "uk",
            "nl", "pl", "ch", "be", "ro", "cat", "se", "dk", "no", "fi", "cz", "tr", "ru", "ua", "in", "tv", "me", "ly",
            "gl");

    private Links() {}

    /** Whether what stands around {@code at} is an address such as {@code anna.b@example.org}. */
    static boolean isAddress(String text, int at) {
        int end = Math.min(text.length(), at + LONGEST_NAME);
        int i = at;
        while (i < end && isOfName(text.charAt(i))) {
            i++;
        }
        return i + 1 < end && text.charAt(i) == '@' && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    /** Whether a dot with the end of a host name follows, and no new sentence. */
    static boolean isDomain(String text, int at, boolean afterLinkWord) {
        int end = Math.min(text.length(), at + LONGEST_NAME);
        int label = at + 1;
        int i = label;
        while (i < end && isOfName(text.charAt(i)) && text.charAt(i) != '_') {
            if (text.charAt(i) == '.' && i + 1 < end && Character.isLetter(text.charAt(i + 1))) {
                label = i + 1;
            }
            i++;
        }
        int last = i > label && text.charAt(i - 1) == '.' ? i - 1 : i;
        var name = text.substring(label, Math.max(label, last));
        boolean path = last < end && text.charAt(last) == '/' && name.length() > 1;
        return path || DOMAINS.contains(afterLinkWord ? name.toLowerCase(Locale.ROOT) : name);
    }

    /** Whether names of hosts and people in addresses are made of such characters. */
    static boolean isOfName(char c) {
        return (c < '\u0080' && Character.isLetterOrDigit(c)) || c == '.' || c == '-' || c == '_' || c == '+';
    }

    /** Where the link that {@code at} is in ends. */
    static int end(String text, int at) {
        int i = at;
        while (i < text.length() && isOfLink(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOfLink(char c) {
        return c < '\u2e80' && !Character.isWhitespace(c) && "<>|)]\"".indexOf(c) < 0;
    }

    /** Where the name that begins at {@code from} ends. */
    static int afterName(String text, int from) {
        int i = from;
        while (i < text.length() && (isOfName(text.charAt(i)) || Character.isLetterOrDigit(text.charAt(i)))) {
            i++;
        }
        return i;
    }
}
