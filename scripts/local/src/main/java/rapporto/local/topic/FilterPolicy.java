// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages a subscription takes, by their attributes: every key must match, and of a key any one condition. A
 * policy without keys takes all.
 *
 * <p>Rules and limits: Amazon SNS developer guide, filter policy constraints and value matching, read 2026-11-23.
 */
record FilterPolicy(Map<String, List<Condition>> keys) {
    static final int MOST_KEYS = 5;
    static final int MOST_COMBINATIONS = 150;

    /** Takes every message. */
    static final FilterPolicy ALL = new FilterPolicy(Map.of());

    FilterPolicy {
        keys = Map.copyOf(keys);
    }

    /**
     * The policy that {@code json} writes.
     *
     * @throws TopicFault InvalidParameter when it is none, goes over a limit or uses an operator that is not known here
     */
    static FilterPolicy parse(String json) {
        var document = FilterPolicyText.object(json);
        if (document.size() > MOST_KEYS) {
            throw FilterPolicyText.refused("%d keys, wanted at most %d".formatted(document.size(), MOST_KEYS));
        }
        var keys = new LinkedHashMap<String, List<Condition>>();
        document.properties()
                .forEach(key -> keys.put(key.getKey(), FilterPolicyText.conditions(key.getKey(), key.getValue())));
        long combinations = keys.values().stream().mapToLong(List::size).reduce(1, FilterPolicy::product);
        if (combinations > MOST_COMBINATIONS) {
            throw FilterPolicyText.refused("over %d combinations of values, wanted fewer".formatted(MOST_COMBINATIONS));
        }
        return new FilterPolicy(keys);
    }

    /** Whether a message with these attributes goes to the subscriber. */
    boolean accepts(Map<String, Attribute> attributes) {
        return keys.entrySet().stream().allMatch(key -> {
            var values = Optional.ofNullable(attributes.get(key.getKey()))
                    .map(Attribute::values)
                    .orElse(List.<JsonNode>of());
            return key.getValue().stream().anyMatch(condition -> condition.accepts(values));
        });
    }

    /** Stops growing above the limit, so that no policy overflows it. */
    private static long product(long one, long other) {
        return Math.min(one * other, MOST_COMBINATIONS + 1L);
    }
}
