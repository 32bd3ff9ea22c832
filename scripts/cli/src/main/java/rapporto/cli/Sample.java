// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapporto.cli.Exit.Stop;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/** A delivery of {@code events/}, about to be changed and sent. */
final class Sample {
    private static final String EXPECTED = ".expected.json";
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");

    private final ObjectNode delivery;

    private Sample(ObjectNode delivery) {
        this.delivery = delivery;
    }

    /** Names of a channel's samples, those that make an alert first. */
    static List<String> names(Path home, String channel) {
        try (Stream<Path> files = Files.list(home.resolve("events").resolve(channel))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith(EXPECTED))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Stop(Exit.NOT_FOUND, "events/%s is not there".formatted(channel));
        }
    }

    static Sample read(Path home, String channel, String name) {
        var known = names(home, channel);
        if (!known.contains(name)) {
            throw new Stop(Exit.NOT_FOUND, "event is %s, wanted one of %s".formatted(name, String.join(", ", known)));
        }
        var file = home.resolve("events").resolve(channel).resolve(name + ".json");
        var node = Json.read(Given.bytes(file)).object().node();
        return new Sample((ObjectNode) node.deepCopy());
    }

    /** Replaces every value by what {@code fresh} gives for its path below the delivery, where it gives one. */
    void freshen(Fresh fresh) {
        delivery.path("fresh")
                .properties()
                .forEach(entry ->
                        put(entry.getKey(), fresh.value(entry.getValue().asText())));
        delivery.remove("fresh");
    }

    /** Sets {@code path=value} inside the body; a value that is JSON as such, else as text. */
    void set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new Stop(Exit.USAGE, "--set is %s, wanted path=value".formatted(assignment));
        }
        put("body." + assignment.substring(0, equals), value(assignment.substring(equals + 1)));
    }

    byte[] body() {
        var body = delivery.path("body");
        return (body.isTextual() ? body.textValue() : Json.write(body)).getBytes(StandardCharsets.UTF_8);
    }

    Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        delivery.path("headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        return headers;
    }

    private static JsonNode value(String text) {
        try {
            return Json.read(text).node();
        } catch (MalformedField e) {
            return TextNode.valueOf(text);
        }
    }

    private void put(String path, JsonNode value) {
        var steps = STEP.matcher(path).results().toList();
        JsonNode place = delivery;
        for (var step : steps.subList(0, steps.size() - 1)) {
            place = step.group(2) == null ? place.path(step.group(1)) : place.path(Integer.parseInt(step.group(2)));
        }
        var last = steps.getLast();
        if (place instanceof ObjectNode object && last.group(2) == null) {
            object.set(last.group(1), value);
        } else if (place instanceof ArrayNode array
                && last.group(2) != null
                && array.has(Integer.parseInt(last.group(2)))) {
            array.set(Integer.parseInt(last.group(2)), value);
        } else {
            throw new Stop(Exit.USAGE, "path is %s, and there is no such place in the sample".formatted(path));
        }
    }
}
