// SPDX-License-Identifier: Apache-2.0
package rapporto.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import rapporto.json.Json;

/**
 * A request as an HTTP API gives it to a function: payload format 2.0 (API Gateway guide, "Working with AWS Lambda proxy
 * integrations for HTTP APIs", read 2026-11-23).
 */
final class HttpApiEvent {
    private static final List<String> TEXT =
            List.of("text/", "application/json", "application/javascript", "application/xml");

    private HttpApiEvent() {}

    static byte[] of(HttpExchange exchange, byte[] body) {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var event = Json.object()
                .put("version", "2.0")
                .put("routeKey", "ANY /hooks/{channel}/{source}")
                .put("rawPath", uri.getRawPath())
                .put("rawQueryString", query);
        var headers = event.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var context = event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("timeEpoch", Instant.now().toEpochMilli());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", uri.getRawPath())
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", "127.0.0.1");
        var type = exchange.getRequestHeaders().getFirst("content-type");
        boolean text = isText(type == null ? "" : type) && isUtf8(body);
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
        return Json.write(event).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isText(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        return TEXT.stream().anyMatch(type::startsWith);
    }

    /** Bytes that are no UTF-8 would not come back the same from text. */
    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
