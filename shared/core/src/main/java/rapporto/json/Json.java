// SPDX-License-Identifier: Apache-2.0
package rapporto.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one way in and out of JSON. Thread-safe. */
public final class Json {
    /** Deepest nesting that is read; real deliveries stay under 20. */
    public static final int MAX_DEPTH = 64;

    /** Longest number in digits; ids are text or far shorter. */
    public static final int MAX_NUMBER_DIGITS = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * The one document in {@code bytes}.
     *
     * @throws MalformedField when they are not exactly one JSON document inside the limits
     */
    public static Field read(byte[] bytes) {
        try {
            var tree = MAPPER.readTree(bytes);
            if (tree == null || tree.isMissingNode()) {
                throw new MalformedField("body", "empty", "one JSON document");
            }
            return new Field("", tree);
        } catch (StreamConstraintsException e) {
            throw new MalformedField("body", "over a limit of depth or size" + place(e), "one JSON document");
        } catch (JsonProcessingException e) {
            throw new MalformedField("body", "not JSON" + place(e), "one JSON document");
        } catch (IOException e) {
            throw new MalformedField("body", "not text in a Unicode encoding", "one JSON document");
        }
    }

    /** The document in {@code text}; as {@link #read(byte[])}. */
    public static Field read(String text) {
        return read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** {@code node} as one line of text. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}
