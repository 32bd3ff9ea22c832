// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A message that a topic accepted. */
record Notification(
        String messageId,
        String topicArn,
        Instant at,
        Optional<String> subject,
        Map<String, Attribute> attributes,
        String message) {
    Notification {
        attributes = Map.copyOf(attributes);
    }

    /** The same for people and tools: types left out. */
    InboxMessage forInbox() {
        var values = new TreeMap<String, String>();
        attributes.forEach((name, attribute) -> values.put(name, attribute.value()));
        return new InboxMessage(messageId, topicArn, at, subject.orElse(""), values, message);
    }
}
