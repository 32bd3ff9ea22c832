// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's mrkdwn as plain words: references become their names, escapes the characters they stand for. */
final class SlackText {
    private static final Pattern REFERENCE = Pattern.compile("<([^<>|]{1,2000})(?:\\|([^<>]{0,2000}))?>");

    private SlackText() {}

    static String plain(String mrkdwn) {
        var named = REFERENCE.matcher(mrkdwn).replaceAll(match -> {
            var label = match.group(2) == null ? "" : match.group(2);
            return Matcher.quoteReplacement(reference(match.group(1), label));
        });
        return named.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String reference(String target, String label) {
        return switch (target.charAt(0)) {
            case '@' -> "@" + (label.isEmpty() ? target.substring(1) : label);
            case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
            case '!' -> "@" + (label.isEmpty() ? target.substring(1) : label);
            default -> label.isEmpty() || label.equals(target) ? target : label + " (" + target + ")";
        };
    }
}
