// SPDX-License-Identifier: Apache-2.0
package rapporto.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A place in a JSON document, present or not, that knows its path. Every reader says what it wanted by
 * {@link MalformedField} when the place holds something else; the {@code optional} ones take a missing or null field for
 * empty.
 *
 * @param path from the root: {@code event.message.ts}; empty at the root
 */
public record Field(String path, JsonNode node) {
    /** The member {@code name}; missing when there is none or this is no object. */
    public Field at(String name) {
        return new Field(path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    /** Whether there is something other than null here. */
    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Whether an object is here. */
    public boolean isObject() {
        return node.isObject();
    }

    /** This place, which must be an object. */
    public Field object() {
        if (!node.isObject()) {
            throw wanted("an object");
        }
        return this;
    }

    /** The elements of the array that must be here. */
    public List<Field> array() {
        if (!node.isArray()) {
            throw wanted("an array");
        }
        var elements = new ArrayList<Field>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Field("%s[%d]".formatted(path, i), node.get(i)));
        }
        return elements;
    }

    /** The names of an object's members; empty for anything else. */
    public List<String> names() {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }

    /** The non-blank text that must be here. */
    public String text() {
        return optionalText().filter(text -> !text.isBlank()).orElseThrow(() -> wanted("text"));
    }

    /** Text, which may be missing or null; anything but text is malformed. */
    public Optional<String> optionalText() {
        if (!isPresent()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw wanted("text");
        }
        return Optional.of(node.textValue());
    }

    /** Text or empty. */
    public String textOrEmpty() {
        return optionalText().orElse("");
    }

    /** An id that must be here, as text, whether the channel sends it as text or as a whole number. */
    public String id() {
        return optionalId().orElseThrow(() -> wanted("an id"));
    }

    /** An id, which may be missing, null or blank. */
    public Optional<String> optionalId() {
        if (!isPresent()) {
            return Optional.empty();
        }
        if (node.isIntegralNumber()) {
            return Optional.of(node.asText());
        }
        if (node.isTextual()) {
            return Optional.of(node.textValue()).filter(text -> !text.isBlank());
        }
        throw wanted("an id");
    }

    /** The whole number that must be here, inside the range of a {@code long}. */
    public long number() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wanted("a whole number");
        }
        return node.longValue();
    }

    /** The constant of {@code type} whose name must stand here. */
    public <E extends Enum<E>> E one(Class<E> type) {
        var name = text();
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw wanted("one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** True only for a JSON true. */
    public boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    /** The instant that must be here: ISO-8601 with a zone. */
    public Instant instant() {
        return optionalInstant().orElseThrow(() -> wanted("a time such as 2026-11-23T08:15:30Z"));
    }

    /** An ISO-8601 instant with a zone, which may be missing or null. */
    public Optional<Instant> optionalInstant() {
        return optionalText().map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw wanted("a time such as 2026-11-23T08:15:30Z");
            }
        });
    }

    /** A web address, which may be missing, null or blank; one that is no http address counts as missing. */
    public Optional<URI> optionalLink() {
        return optionalText().flatMap(Field::link);
    }

    /** {@code text} as an http address, if it is one. */
    public static Optional<URI> link(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What to throw when this place does not hold what is {@code wanted}. */
    public MalformedField wanted(String wanted) {
        return new MalformedField(path.isEmpty() ? "body" : path, found(), wanted);
    }

    private String found() {
        return switch (node.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "null";
            case STRING -> node.textValue().isBlank() ? "blank" : "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BINARY, POJO -> "not JSON";
        };
    }

    /** Hides the content: a document's words never reach a log. */
    @Override
    public String toString() {
        return "Field[%s, %s]".formatted(path, found());
    }
}
