// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import rapporto.json.Json;
import rapporto.testkit.Sample;

/** The whole envelopes of {@code events/lambda}, as AWS's services send them, with this delivery or these bodies in them. */
final class LambdaEvents {
    private LambdaEvents() {}

    static String http(Map<String, String> headers, byte[] body, boolean base64) {
        var event = read("http-api");
        var all = (ObjectNode) event.path("headers");
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        all.put("content-length", Integer.toString(body.length));
        event.put("isBase64Encoded", base64);
        event.put("body", base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        return Json.write(event);
    }

    /** A batch of messages {@code m0}, {@code m1} and so on. */
    static String sqs(List<String> bodies) {
        var event = read("sqs");
        var records = event.withArray("/Records");
        var sample = (ObjectNode) records.get(0);
        records.removeAll();
        IntStream.range(0, bodies.size())
                .mapToObj(i -> sample.deepCopy().put("messageId", "m" + i).put("body", bodies.get(i)))
                .forEach(records::add);
        return Json.write(event);
    }

    static String scheduler() {
        return Json.write(read("scheduler"));
    }

    private static ObjectNode read(String name) {
        try {
            var file = Sample.repository().resolve("events/lambda").resolve(name + ".json");
            return (ObjectNode) Json.read(Files.readAllBytes(file)).node();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
