// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import rapporto.delivery.Headers;
import rapporto.delivery.Request;
import rapporto.intake.Intake;
import rapporto.intake.Reply;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.outage.StoreUnavailable;

/**
 * Requests of an HTTP API (payload format 2.0) or a Function URL, which has the same shape, to {@code
 * /hooks/{channel}/{source}}.
 */
public final class HttpEdge {
    private static final String PREFIX = "/hooks/";
    private static final Reply NOT_FOUND = new Reply(404, Map.of(), "");
    private static final Reply FAILED = new Reply(500, Map.of(), "");

    /** The queue or the secrets do not answer: the sender is asked to come again, in seconds. */
    private static final Reply COME_AGAIN = new Reply(503, Map.of("retry-after", "5"), "");

    private final EmfTally tally;
    private final PrintStream log;

    /** Logs faults, kinds only, to {@code log}. */
    public HttpEdge(EmfTally tally, PrintStream log) {
        this.tally = tally;
        this.log = log;
    }

    /** Reads one request, gives it to {@code intake}, writes its reply. */
    public void receive(InputStream event, OutputStream answer, Intake intake) throws IOException {
        var reply = reply(event.readAllBytes(), intake);
        tally.flush();
        var response = Json.object().put("statusCode", reply.status());
        var headers = response.putObject("headers");
        reply.headers().forEach(headers::put);
        response.put("body", reply.body()).put("isBase64Encoded", false);
        answer.write(Json.write(response).getBytes(StandardCharsets.UTF_8));
    }

    private Reply reply(byte[] event, Intake intake) {
        try {
            var request = Json.read(event).object();
            var path = request.at("rawPath").textOrEmpty();
            var parts =
                    path.startsWith(PREFIX) ? path.substring(PREFIX.length()).split("/", -1) : new String[0];
            return parts.length == 2 ? intake.receive(parts[0], parts[1], request(request)) : NOT_FOUND;
        } catch (StoreUnavailable e) {
            log.println(Json.write(LogLine.of("request put off", e)));
            return COME_AGAIN;
        } catch (RuntimeException e) {
            log.println(Json.write(LogLine.of("request failed", e)));
            return FAILED;
        }
    }

    private static Request request(Field event) {
        var method = event.at("requestContext").at("http").at("method").text().toUpperCase(Locale.ROOT);
        return new Request(method, query(event.at("rawQueryString").textOrEmpty()), headers(event), body(event));
    }

    private static Headers headers(Field event) {
        var values = new HashMap<String, String>();
        var headers = event.at("headers");
        headers.names().forEach(name -> values.put(name, headers.at(name).textOrEmpty()));
        return new Headers(values);
    }

    private static byte[] body(Field event) {
        var body = event.at("body").textOrEmpty();
        return event.at("isBase64Encoded").isTrue()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    /** What is no proper escape stands for itself: anybody may send one, so it is no fault of ours. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
