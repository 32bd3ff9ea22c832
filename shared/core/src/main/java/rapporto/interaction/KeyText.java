// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keys as one line of text: parts joined by colons, a colon or a percent sign inside a part escaped. */
final class KeyText {
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9]{0,31}");
    private static final int PARTS = 3;

    /** Longest account or native id; four times what any channel sends, and three of them fit a DynamoDB key. */
    private static final int MAX_PART_CHARACTERS = 512;

    private KeyText() {}

    static String join(String channel, String account, String nativeId) {
        return channel + ":" + escape(account) + ":" + escape(nativeId);
    }

    static List<String> split(String text) {
        var parts = new ArrayList<String>();
        for (String part : text.split(":", -1)) {
            parts.add(part.replace("%3A", ":").replace("%25", "%"));
        }
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("key is %s, wanted channel:account:id".formatted(text));
        }
        return parts;
    }

    static void check(String channel, String account, String nativeId) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("channel is %s, wanted one lower-case word".formatted(channel));
        }
        checkPart("account", account);
        checkPart("id", nativeId);
    }

    private static void checkPart(String name, String part) {
        if (part.isBlank() || part.length() > MAX_PART_CHARACTERS) {
            throw new IllegalArgumentException("%s has %d characters, wanted 1 to %d"
                    .formatted(name, part.strip().length(), MAX_PART_CHARACTERS));
        }
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace(":", "%3A");
    }
}
