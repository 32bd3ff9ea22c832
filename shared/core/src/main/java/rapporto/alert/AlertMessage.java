// SPDX-License-Identifier: Apache-2.0
package rapporto.alert;

import java.util.Map;

/**
 * An alert as it is published. Publishing it again sends the same id, so receivers can drop repeats.
 *
 * @param id of the alert
 * @param subject ASCII, under 100 characters
 * @param attributes severity, channel, team, eventType, language: what subscribers filter by
 * @param body CloudEvents 1.0 JSON, under 32 kB
 */
public record AlertMessage(String id, String subject, Map<String, String> attributes, String body) {
    /** Copies the attributes. */
    public AlertMessage {
        attributes = Map.copyOf(attributes);
    }

    /** Hides the words of people. */
    @Override
    public String toString() {
        return "AlertMessage[%s]".formatted(id);
    }
}
