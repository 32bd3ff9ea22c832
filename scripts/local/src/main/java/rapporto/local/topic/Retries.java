// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.Duration;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/**
 * How often and how far apart a delivery is tried again; the pause doubles from {@code shortest} up to {@code longest}.
 *
 * @param count tries after the first one
 */
record Retries(long count, Duration shortest, Duration longest) {
    /** Amazon SNS tries a queue 100,015 times in all; developer guide, message delivery retries, read 2026-11-23. */
    static final Retries TO_QUEUE = new Retries(100_014, Duration.ofSeconds(1), Duration.ofSeconds(20));

    /** Amazon SNS's own for a web hook without a delivery policy; same source. */
    static final Retries TO_WEB_HOOK = new Retries(3, Duration.ofSeconds(20), Duration.ofSeconds(20));

    private static final long LONGEST_DELAY = 3_600;

    /** The {@code healthyRetryPolicy} of a DeliveryPolicy: numRetries 0 to 100, delays in seconds up to an hour. */
    static Retries parse(String deliveryPolicy) {
        try {
            var policy =
                    Json.read(deliveryPolicy).object().at("healthyRetryPolicy").object();
            for (var name : policy.names()) {
                if (!name.equals("numRetries") && !name.equals("minDelayTarget") && !name.equals("maxDelayTarget")) {
                    throw refused(
                            "%s is not known here, wanted numRetries, minDelayTarget, maxDelayTarget".formatted(name));
                }
            }
            long shortest = within(policy.at("minDelayTarget"), 20, 1, LONGEST_DELAY);
            long longest = within(policy.at("maxDelayTarget"), Math.max(20, shortest), shortest, LONGEST_DELAY);
            long count = within(policy.at("numRetries"), 3, 0, 100);
            return new Retries(count, Duration.ofSeconds(shortest), Duration.ofSeconds(longest));
        } catch (MalformedField e) {
            throw refused("%s is %s, wanted %s".formatted(e.field(), e.found(), e.wanted()));
        }
    }

    /** The pause after the {@code attempt}th try failed; 1 is the first. */
    Duration pauseAfter(long attempt) {
        var doubled = shortest.multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private static long within(Field field, long otherwise, long least, long most) {
        long value = field.isPresent() ? field.number() : otherwise;
        if (value < least || value > most) {
            throw refused("%s is %d, wanted %d to %d".formatted(field.path(), value, least, most));
        }
        return value;
    }

    private static TopicFault refused(String message) {
        return TopicFault.parameter("DeliveryPolicy: " + message);
    }
}
