// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message that somebody wants to publish, checked against SNS's rules: Amazon SNS API reference, Publish, read
 * 2026-11-23.
 */
record Draft(String topicArn, Optional<String> subject, Map<String, Attribute> attributes, String message) {
    /** Message and attributes together, in bytes. */
    static final int LARGEST = 256 * 1024;

    private static final int LONGEST_SUBJECT = 99;
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]*");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");

    Draft {
        attributes = Map.copyOf(attributes);
        subject.ifPresent(Draft::requireSubject);
        if (message.isEmpty()) {
            throw TopicFault.parameter("Message: empty, wanted text");
        }
        if (attributes.keySet().stream()
                .anyMatch(name -> !ATTRIBUTE_NAME.matcher(name).matches())) {
            throw TopicFault.attribute("a name has other signs, wanted letters, digits, _ . -");
        }
        if (size(attributes, message) > LARGEST) {
            throw TopicFault.parameter("Message too long: over %d bytes".formatted(LARGEST));
        }
    }

    /** Bytes that count for the limit. */
    int size() {
        return size(attributes, message);
    }

    /** The message as the topic accepts it. */
    Notification accepted(String messageId, Instant at) {
        return new Notification(messageId, topicArn, at, subject, attributes, message);
    }

    private static void requireSubject(String subject) {
        if (subject.length() > LONGEST_SUBJECT || !SUBJECT.matcher(subject).matches()) {
            throw TopicFault.parameter(
                    "Subject: wanted 1 to %d printable ASCII characters on one line, the first no space"
                            .formatted(LONGEST_SUBJECT));
        }
    }

    private static int size(Map<String, Attribute> attributes, String message) {
        return bytes(message)
                + attributes.entrySet().stream()
                        .mapToInt(attribute -> bytes(attribute.getKey())
                                + bytes(attribute.getValue().type())
                                + bytes(attribute.getValue().value()))
                        .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
