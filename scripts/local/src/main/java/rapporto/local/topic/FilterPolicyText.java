// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/** Reads the JSON of a filter policy; everything that it does not know is refused by name. */
final class FilterPolicyText {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    private FilterPolicyText() {}

    static JsonNode object(String json) {
        try {
            return Json.read(json).object().node();
        } catch (MalformedField e) {
            throw refused("%s is %s, wanted %s".formatted(e.field(), e.found(), e.wanted()));
        }
    }

    static List<Condition> conditions(String key, JsonNode values) {
        if (!values.isArray() || values.isEmpty()) {
            throw refused("key %s is no list of conditions, wanted an array that is not empty".formatted(key));
        }
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> value.isObject() ? operator(key, value) : exactly(value))
                .toList();
    }

    private static Condition operator(String key, JsonNode condition) {
        if (condition.size() != 1) {
            throw refused("key %s has a condition of %d operators, wanted one".formatted(key, condition.size()));
        }
        var operator = condition.properties().iterator().next();
        var operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> new Condition.Prefix(text("prefix", operand));
            case "suffix" -> new Condition.Suffix(text("suffix", operand));
            case "equals-ignore-case" -> new Condition.EqualsIgnoringCase(text("equals-ignore-case", operand));
            case "anything-but" -> new Condition.AnythingBut(excluded(key, operand));
            case "numeric" -> new Condition.Numeric(bounds(operand));
            case "exists" -> new Condition.Exists(truth(operand));
            default ->
                throw refused("key %s has the operator %s, which is not known here".formatted(key, operator.getKey()));
        };
    }

    private static List<Condition> excluded(String key, JsonNode operand) {
        if (operand.isArray()) {
            if (operand.isEmpty()) {
                throw refused("anything-but is empty, wanted a value");
            }
            return StreamSupport.stream(operand.spliterator(), false)
                    .map(FilterPolicyText::exactly)
                    .toList();
        }
        if (operand.isObject() && !operand.has("prefix") && !operand.has("suffix")) {
            throw refused("anything-but holds another operator, wanted prefix or suffix");
        }
        return List.of(operand.isObject() ? operator(key, operand) : exactly(operand));
    }

    private static Condition exactly(JsonNode value) {
        if (!value.isValueNode()) {
            throw refused("a nested value, wanted text, a number, true, false or null");
        }
        return new Condition.Exactly(value.isNumber() ? requireInRange(value) : value);
    }

    private static List<Bound> bounds(JsonNode operand) {
        var bounds = new ArrayList<Bound>();
        for (int i = 0; operand.isArray() && i + 1 < operand.size(); i += 2) {
            bounds.add(new Bound(
                    relation(operand.get(i)), requireInRange(operand.get(i + 1)).decimalValue()));
        }
        boolean one = operand.size() == 2 && bounds.size() == 1;
        boolean range = operand.size() == 4 && bounds.size() == 2 && isRange(bounds.getFirst(), bounds.getLast());
        if (!one && !range) {
            throw refused("numeric is no range, wanted such as [\">=\", 1] or [\">\", 0, \"<\", 9]");
        }
        return List.copyOf(bounds);
    }

    private static boolean isRange(Bound first, Bound second) {
        return first.isLower() && second.isUpper() && first.limit().compareTo(second.limit()) < 0;
    }

    private static Bound.Relation relation(JsonNode sign) {
        return switch (sign.asText()) {
            case "=" -> Bound.Relation.EQUAL;
            case ">" -> Bound.Relation.ABOVE;
            case ">=" -> Bound.Relation.AT_LEAST;
            case "<" -> Bound.Relation.BELOW;
            case "<=" -> Bound.Relation.AT_MOST;
            default -> throw refused("numeric has another sign, wanted one of = > >= < <=");
        };
    }

    private static JsonNode requireInRange(JsonNode number) {
        if (!number.isNumber() || number.decimalValue().abs().compareTo(LARGEST) > 0) {
            throw refused("a number outside of the range or none, wanted -10^9 to 10^9");
        }
        return number;
    }

    private static String text(String operator, JsonNode operand) {
        if (!operand.isTextual() || operand.textValue().isEmpty()) {
            throw refused("%s has no text, wanted some".formatted(operator));
        }
        return operand.textValue();
    }

    private static boolean truth(JsonNode operand) {
        if (!operand.isBoolean()) {
            throw refused("exists is neither, wanted true or false");
        }
        return operand.booleanValue();
    }

    static TopicFault refused(String message) {
        return TopicFault.parameter("FilterPolicy: " + message);
    }
}
