// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/**
 * What a subscriber asked for, checked and read once.
 *
 * @param attributes as they were set, for the one who asks for them
 * @param filter which messages it takes
 * @param raw whether it gets the bare message instead of the envelope
 * @param deadLetters where a message goes that cannot be delivered; without it such a message is given up
 */
record Settings(
        Map<String, String> attributes,
        FilterPolicy filter,
        boolean raw,
        Optional<QueueArn> deadLetters,
        Retries retries) {
    Settings {
        attributes = Map.copyOf(attributes);
    }

    /** @throws TopicFault InvalidParameter for an attribute that is not known here or breaks a rule */
    static Settings of(Protocol protocol, Map<String, String> attributes) {
        attributes.forEach((name, value) -> requireKnown(protocol, name, value));
        return new Settings(
                attributes,
                given(attributes, "FilterPolicy").map(FilterPolicy::parse).orElse(FilterPolicy.ALL),
                given(attributes, "RawMessageDelivery").map(Settings::truth).orElse(false),
                given(attributes, "RedrivePolicy").map(Settings::deadLetters),
                given(attributes, "DeliveryPolicy").map(Retries::parse).orElse(usual(protocol)));
    }

    /** These with one attribute set; an empty value takes it away. */
    Settings with(Protocol protocol, String name, String value) {
        var changed = new HashMap<>(attributes);
        changed.put(name, value);
        var checked = of(protocol, changed);
        if (!value.isEmpty()) {
            return checked;
        }
        changed.remove(name);
        return of(protocol, changed);
    }

    private static void requireKnown(Protocol protocol, String name, String value) {
        boolean known =
                switch (name) {
                    case "FilterPolicy", "RawMessageDelivery", "RedrivePolicy" -> true;
                    case "FilterPolicyScope" -> value.isEmpty() || value.equals("MessageAttributes");
                    case "DeliveryPolicy" -> protocol == Protocol.HTTP;
                    default -> false;
                };
        if (!known) {
            throw TopicFault.parameter(
                    "AttributeName: %s is not for %s here, or not with this value".formatted(name, protocol.word()));
        }
    }

    private static Optional<String> given(Map<String, String> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isEmpty());
    }

    private static Retries usual(Protocol protocol) {
        return protocol == Protocol.HTTP ? Retries.TO_WEB_HOOK : Retries.TO_QUEUE;
    }

    private static boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw TopicFault.parameter("RawMessageDelivery: neither, wanted true or false");
        };
    }

    private static QueueArn deadLetters(String redrivePolicy) {
        try {
            var target =
                    Json.read(redrivePolicy).object().at("deadLetterTargetArn").text();
            if (QueueArn.isOne(target)) {
                return new QueueArn(target);
            }
        } catch (MalformedField e) {
            // Told below, as a target that is no queue is.
        }
        throw TopicFault.parameter("RedrivePolicy: names no queue, wanted a queue ARN as deadLetterTargetArn");
    }
}
