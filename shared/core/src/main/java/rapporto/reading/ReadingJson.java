// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import rapporto.json.Field;
import rapporto.json.Json;

/**
 * A reading as compact JSON, for the queue and the table: {@code {"v":1,"language":["it",0.9,"RULE"],...}}. A label is
 * an array of value, score, source and the words that decided.
 */
public final class ReadingJson {
    private static final double SCORE_STEPS = 1_000.0;

    private ReadingJson() {}

    /** {@code reading} as an object. */
    public static ObjectNode of(Reading reading) {
        var node = Json.object().put("v", reading.version());
        label(node.putArray("language"), reading.language(), value -> value);
        label(node.putArray("sentiment"), reading.sentiment(), Enum::name);
        var intents = node.putArray("intents");
        reading.intents().forEach(intent -> label(intents.addArray(), intent, Enum::name));
        label(node.putArray("urgency"), reading.urgency(), Object::toString);
        label(node.putArray("toxicity"), reading.toxicity(), Enum::name);
        return node;
    }

    /** Reads what {@link #of} made. */
    public static Reading read(Field field) {
        return new Reading(
                (int) field.at("v").number(),
                label(field.at("language"), Field::text),
                label(field.at("sentiment"), value -> value.one(Sentiment.class)),
                field.at("intents").array().stream()
                        .map(intent -> label(intent, value -> value.one(Intent.class)))
                        .toList(),
                label(field.at("urgency"), value -> Integer.parseInt(value.text())),
                label(field.at("toxicity"), value -> value.one(Toxicity.class)));
    }

    private static <T> void label(ArrayNode array, Label<T> label, Function<T, String> value) {
        array.add(value.apply(label.value()));
        array.add(Math.round(label.score() * SCORE_STEPS) / SCORE_STEPS);
        array.add(label.source().name());
        label.words().forEach(array::add);
    }

    private static <T> Label<T> label(Field field, Function<Field, T> value) {
        var parts = field.array();
        if (parts.size() < 3) {
            throw field.wanted("value, score, source and words");
        }
        List<String> words = parts.stream().skip(3).map(Field::textOrEmpty).toList();
        var score = parts.get(1).node().asDouble();
        return new Label<>(value.apply(parts.get(0)), score, parts.get(2).one(LabelSource.class), words);
    }
}
