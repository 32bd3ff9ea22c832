// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One value of a filter policy's key: what it asks of an attribute. */
sealed interface Condition {
    /** The same text, number, true, false or null; text never equals a number. */
    record Exactly(JsonNode value) implements Condition {}

    record Prefix(String text) implements Condition {}

    record Suffix(String text) implements Condition {}

    record EqualsIgnoringCase(String text) implements Condition {}

    /** A number that is in all of {@code bounds}. */
    record Numeric(List<Bound> bounds) implements Condition {}

    /** A value that {@code excluded} says nothing true of; an array matches when one of its elements does. */
    record AnythingBut(List<Condition> excluded) implements Condition {}

    /** Whether the attribute is there at all. */
    record Exists(boolean wanted) implements Condition {}

    /** Whether an attribute that holds {@code values} matches; empty when the message has no such attribute. */
    default boolean accepts(List<JsonNode> values) {
        return switch (this) {
            case Exists(var wanted) -> wanted != values.isEmpty();
            case Exactly _, Prefix _, Suffix _, EqualsIgnoringCase _, Numeric _, AnythingBut _ ->
                values.stream().anyMatch(this::accepts);
        };
    }

    private boolean accepts(JsonNode value) {
        return switch (this) {
            case Exactly(var wanted)
            when wanted.isNumber() -> value.isNumber() && value.decimalValue().compareTo(wanted.decimalValue()) == 0;
            case Exactly(var wanted) -> wanted.equals(value);
            case Prefix(var text) -> value.isTextual() && value.textValue().startsWith(text);
            case Suffix(var text) -> value.isTextual() && value.textValue().endsWith(text);
            case EqualsIgnoringCase(var text) ->
                value.isTextual() && value.textValue().equalsIgnoreCase(text);
            case Numeric(var bounds) ->
                value.isNumber() && bounds.stream().allMatch(bound -> bound.holds(value.decimalValue()));
            case AnythingBut(var excluded) -> excluded.stream().noneMatch(condition -> condition.accepts(value));
            case Exists(var wanted) -> wanted;
        };
    }
}
