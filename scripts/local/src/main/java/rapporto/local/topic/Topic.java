// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A topic and the attributes that its owner set. */
record Topic(String arn, Map<String, String> attributes) {
    private static final String ARN_PREFIX = "arn:aws:sns:us-east-1:000000000000:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Set<String> SETTABLE = Set.of("DisplayName", "Policy", "KmsMasterKeyId", "TracingConfig");

    Topic {
        attributes = Map.copyOf(attributes);
    }

    /** The topic of that name as CreateTopic makes it. */
    static Topic named(String name, Map<String, String> attributes) {
        if (!NAME.matcher(name).matches()) {
            throw TopicFault.parameter("Topic Name: wanted 1 to 256 letters, digits, hyphens and underscores");
        }
        attributes.keySet().forEach(Topic::requireSettable);
        return new Topic(ARN_PREFIX + name, attributes);
    }

    /** This topic with one attribute set. */
    Topic with(String name, String value) {
        requireSettable(name);
        var changed = new HashMap<>(attributes);
        changed.put(name, value);
        return new Topic(arn, changed);
    }

    private static void requireSettable(String attribute) {
        if (!SETTABLE.contains(attribute)) {
            throw TopicFault.parameter(
                    "AttributeName: %s, wanted one of DisplayName, KmsMasterKeyId, Policy, TracingConfig"
                            .formatted(attribute));
        }
    }
}
