// SPDX-License-Identifier: Apache-2.0
package rapporto.local.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import rapporto.json.Json;

/** Event JSON as the services that call functions send it, as much of it as functions may rely on. */
public final class Events {
    /** What EventBridge Scheduler sends when a schedule has no input of its own. */
    public static final String SCHEDULED =
            "{\"id\":\"1\",\"source\":\"aws.scheduler\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}";

    private Events() {}

    /** A POST in payload format 2.0 (API Gateway guide, read 2026-11-24), the body as text or in base64. */
    public static String http(String path, Map<String, String> headers, byte[] body, boolean base64) {
        var text = base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
        var event = Json.object()
                .put("version", "2.0")
                .put("rawPath", path)
                .put("rawQueryString", "")
                .put("body", text)
                .put("isBase64Encoded", base64);
        event.putObject("requestContext").putObject("http").put("method", "POST");
        var values = event.putObject("headers");
        headers.forEach(values::put);
        return Json.write(event);
    }

    /** A batch of queue messages {@code m0}, {@code m1} and so on. */
    public static String queue(List<String> bodies) {
        var event = Json.object();
        var records = event.putArray("Records");
        for (int i = 0; i < bodies.size(); i++) {
            records.addObject()
                    .put("messageId", "m" + i)
                    .put("body", bodies.get(i))
                    .put("eventSource", "aws:sqs");
        }
        return Json.write(event);
    }
}
