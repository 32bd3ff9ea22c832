// SPDX-License-Identifier: Apache-2.0
package rapporto.outbox;

import java.util.Map;

/**
 * One message for a queue.
 *
 * @param group what shares the queue fairly with others: the source
 * @param attributes fixed words beside the body; never empty values
 */
public record Message(String group, String body, Map<String, String> attributes) {
    /** Longest message that a queue takes, body and attributes together, in UTF-8 bytes: 1 MiB. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Copies the attributes. */
    public Message {
        attributes = Map.copyOf(attributes);
    }

    /** A message without attributes. */
    public static Message of(String group, String body) {
        return new Message(group, body, Map.of());
    }

    /** Hides the body. */
    @Override
    public String toString() {
        return "Message[%s, %d characters]".formatted(group, body.length());
    }
}
