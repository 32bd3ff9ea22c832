// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/**
 * AWS JSON 1.1 as the SDK's SSM client speaks it: the action in {@code X-Amz-Target}, one document each way, faults as
 * {@code __type} with their status.
 */
final class ParametersProtocol implements HttpHandler {
    private static final String SERVICE = "AmazonSSM.";
    private static final int LONGEST_REQUEST = 64 * 1024;
    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost");

    private final ParameterActions actions;

    ParametersProtocol(ParameterActions actions) {
        this.actions = actions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isOwnHost(header(exchange, "Host"))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
        try {
            if (request.length > LONGEST_REQUEST) {
                throw new ParameterFault("ValidationException", "request is over %d bytes".formatted(LONGEST_REQUEST));
            }
            send(exchange, 200, act(header(exchange, "X-Amz-Target"), Json.read(request)));
        } catch (ParameterFault fault) {
            send(exchange, fault.status(), fault.document());
        } catch (MalformedField e) {
            var message = "%s is %s, wanted %s".formatted(e.field(), e.found(), e.wanted());
            send(exchange, 400, new ParameterFault("SerializationException", message).document());
        }
    }

    private ObjectNode act(String target, Field request) {
        return switch (target) {
            case SERVICE + "GetParameter" -> actions.get(request);
            case SERVICE + "GetParameters" -> actions.getAll(request);
            case SERVICE + "GetParametersByPath" -> actions.getByPath(request);
            case SERVICE + "PutParameter" -> actions.put(request);
            default -> throw new ParameterFault("UnknownOperationException", target);
        };
    }

    /** Whether a page of a foreign site cannot have made a browser send this: its host would be that site's. */
    private static boolean isOwnHost(String host) {
        return OWN_HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void send(HttpExchange exchange, int status, ObjectNode document) throws IOException {
        var body = Json.write(document).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
