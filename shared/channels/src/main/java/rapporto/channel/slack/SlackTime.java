// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import java.time.Instant;
import java.util.regex.Pattern;
import rapporto.json.Field;

/**
 * A time as Slack writes it, {@code 1515449522.000016}: seconds and microseconds, and the id of a message in its
 * channel.
 */
record SlackTime(String text) {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,11}\\.\\d{1,6}");

    static SlackTime of(Field field) {
        var text = field.text();
        if (!SHAPE.matcher(text).matches()) {
            throw field.wanted("seconds.microseconds");
        }
        return new SlackTime(text);
    }

    long microseconds() {
        int dot = text.indexOf('.');
        var fraction = text.substring(dot + 1);
        long micros = Long.parseLong(fraction + "0".repeat(6 - fraction.length()));
        return Long.parseLong(text.substring(0, dot)) * 1_000_000 + micros;
    }

    Instant instant() {
        long micros = microseconds();
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
