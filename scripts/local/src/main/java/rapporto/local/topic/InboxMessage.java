// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.Instant;
import java.util.Map;

/**
 * A message that an inbox subscription received.
 *
 * @param at when the topic accepted it
 * @param subject empty when it was published without one
 * @param attributes the values by name, without their types
 */
public record InboxMessage(
        String messageId, String topicArn, Instant at, String subject, Map<String, String> attributes, String message) {
    /** Keeps its own copy of the attributes. */
    public InboxMessage {
        attributes = Map.copyOf(attributes);
    }
}
