// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as text that sorts as they do: {@code 2026-11-23T08:15:30.123456Z}. */
final class SortKey {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private SortKey() {}

    static String of(Instant at) {
        return MICROSECONDS.format(at);
    }

    /** One key for each item of a time. */
    static String of(Instant at, String id) {
        return of(at) + "#" + id;
    }

    static Instant time(String key) {
        int hash = key.indexOf('#');
        return Instant.parse(hash < 0 ? key : key.substring(0, hash));
    }
}
