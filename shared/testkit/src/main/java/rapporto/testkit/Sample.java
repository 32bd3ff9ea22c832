// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rapporto.json.Field;
import rapporto.json.Json;

/**
 * A whole delivery of {@code events/}, with what it means beside it.
 *
 * @param situation name of the file, without its ending
 * @param body the raw bytes: an object is sent as compact JSON, a text as it stands
 * @param expected what it means, as {@code NormalisedJson} writes it; a handshake as {@code {"handshake": answer}}
 */
@SuppressWarnings("ArrayRecordComponent") // Raw bytes; never compared as a value.
public record Sample(String situation, Map<String, String> headers, byte[] body, JsonNode expected) {
    private static final String EXPECTED = ".expected.json";

    /** All samples of a channel, by situation; there is at least one. */
    public static List<Sample> of(String channel) {
        var folder = repository().resolve("events").resolve(channel);
        var samples = new ArrayList<Sample>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".json") && !name.endsWith(EXPECTED)) {
                    samples.add(read(folder, name.substring(0, name.length() - ".json".length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (samples.isEmpty()) {
            throw new IllegalStateException("%s has no samples".formatted(folder));
        }
        return samples;
    }

    /** The folder that holds the whole project, found from wherever the tests run. */
    public static Path repository() {
        for (var folder = Optional.of(Path.of("").toAbsolutePath()); folder.isPresent(); ) {
            if (Files.exists(folder.get().resolve("template.yaml"))) {
                return folder.get();
            }
            folder = Optional.ofNullable(folder.get().getParent());
        }
        throw new IllegalStateException("no template.yaml above " + Path.of("").toAbsolutePath());
    }

    /**
     * The folder with reference data of others, which lies beside the project and is no part of it; empty, and said so on
     * the screen, where it is absent.
     */
    public static Optional<Path> reference(String inside) {
        var folder = Optional.ofNullable(System.getenv("RAPPORTO_REFERENCE"))
                .map(Path::of)
                .orElseGet(() -> repository().resolveSibling("shared"))
                .resolve(inside);
        if (Files.exists(folder)) {
            return Optional.of(folder);
        }
        System.out.println("reference data " + inside + " is absent: checked on the project's own samples only");
        return Optional.empty();
    }

    @Override
    public String toString() {
        return situation;
    }

    private static Sample read(Path folder, String situation) throws IOException {
        var delivery = Json.read(Files.readAllBytes(folder.resolve(situation + ".json")));
        var expected = Json.read(Files.readAllBytes(folder.resolve(situation + EXPECTED)));
        var headers = new HashMap<String, String>();
        delivery.at("headers")
                .names()
                .forEach(name ->
                        headers.put(name, delivery.at("headers").at(name).text()));
        return new Sample(situation, headers, bytes(delivery.at("body")), expected.node());
    }

    private static byte[] bytes(Field body) {
        var text = body.node().isTextual() ? body.node().textValue() : Json.write(body.node());
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
