// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/**
 * One attribute of a message, checked when made.
 *
 * @param type {@code String}, {@code Number} or {@code String.Array}
 * @param value as it was sent: {@code P1}, {@code 42.5}, {@code ["it","en"]}
 */
record Attribute(String type, String value) {
    private static final int LONGEST_NUMBER = 128;

    Attribute {
        valuesOf(type, value);
    }

    /** What filter policies look at: each element of an array, else the one value. */
    List<JsonNode> values() {
        return valuesOf(type, value);
    }

    private static List<JsonNode> valuesOf(String type, String value) {
        if (value.isEmpty()) {
            throw TopicFault.attribute("a message attribute is empty, wanted a value");
        }
        return switch (type) {
            case "String" -> List.of(TextNode.valueOf(value));
            case "Number" -> List.of(number(value));
            case "String.Array" -> elements(value);
            default ->
                throw TopicFault.attribute(
                        "a message attribute is of another type, wanted String, Number or String.Array");
        };
    }

    private static JsonNode number(String value) {
        try {
            if (value.length() <= LONGEST_NUMBER) {
                return DecimalNode.valueOf(new BigDecimal(value));
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is too long is.
        }
        throw TopicFault.attribute("a message attribute of type Number is something else, wanted a number");
    }

    private static List<JsonNode> elements(String value) {
        try {
            var elements = Json.read(value).array().stream().map(Field::node).toList();
            if (elements.stream().allMatch(JsonNode::isValueNode)) {
                return elements;
            }
        } catch (MalformedField e) {
            // Told below, as an array of arrays is.
        }
        throw TopicFault.attribute(
                "a message attribute of type String.Array is something else, wanted a flat JSON array");
    }
}
