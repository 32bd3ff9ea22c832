// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The AWS query protocol as the SDK's SNS client speaks it: a form in, XML out. Checks no signature, so it answers only
 * what was addressed to this machine and sent by no web page.
 */
final class QueryProtocol implements HttpHandler {
    private static final Logger LOG = System.getLogger(QueryProtocol.class.getName());
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost");
    // A message of the largest size may take three bytes a byte as a form.
    private static final int LONGEST_REQUEST = 4 * Draft.LARGEST;

    private final Actions actions;

    QueryProtocol(Actions actions) {
        this.actions = actions;
    }

    /** Status and document of one answer. */
    private record Answer(int status, String root, List<Element> content) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var requestId = UUID.randomUUID().toString();
            send(exchange, answer(exchange, requestId), requestId);
        }
    }

    private Answer answer(HttpExchange exchange, String requestId) throws IOException {
        try {
            requireOwn(exchange);
            var query = query(exchange);
            var action = query.optional("Action").orElse("");
            var result = actions.act(action, query);
            var metadata = Element.of("ResponseMetadata", List.of(Element.of("RequestId", requestId)));
            return new Answer(200, action + "Response", List.of(Element.of(action + "Result", result), metadata));
        } catch (TopicFault fault) {
            return fault(fault.status(), "Sender", fault.code(), fault.getMessage(), requestId);
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, "topic: {0}", e.getMessage());
            return fault(500, "Receiver", "InternalError", "the journal cannot be written", requestId);
        }
    }

    private static Answer fault(int status, String type, String code, String message, String requestId) {
        var error = Element.of(
                "Error", List.of(Element.of("Type", type), Element.of("Code", code), Element.of("Message", message)));
        return new Answer(status, "ErrorResponse", List.of(error, Element.of("RequestId", requestId)));
    }

    /** A foreign site can make a browser send a form here; it cannot leave out its Origin or choose the Host. */
    private static void requireOwn(HttpExchange exchange) {
        var host = header(exchange, "Host").replaceFirst(":\\d+$", "");
        if (!OWN_HOSTS.contains(host) || !header(exchange, "Origin").isEmpty()) {
            throw TopicFault.forbidden("request of a foreign site, wanted Host 127.0.0.1 or localhost and no Origin");
        }
    }

    private static Query query(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "POST" -> posted(exchange);
            case "GET" -> confirmation(exchange);
            default -> throw TopicFault.parameter("method: wanted POST");
        };
    }

    private static Query posted(HttpExchange exchange) throws IOException {
        var form = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
        if (form.length > LONGEST_REQUEST) {
            throw TopicFault.parameter("request: over %d bytes".formatted(LONGEST_REQUEST));
        }
        return Query.parse(new String(form, StandardCharsets.UTF_8));
    }

    /** The one address that is opened as it is: the SubscribeURL. Without its token it does nothing. */
    private static Query confirmation(HttpExchange exchange) {
        var query = Query.parse(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        if (!query.optional("Action").orElse("").equals("ConfirmSubscription")) {
            throw TopicFault.parameter("method: wanted POST");
        }
        return query;
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void send(HttpExchange exchange, Answer answer, String requestId) throws IOException {
        var xml = new StringBuilder("<")
                .append(answer.root())
                .append(" xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
        answer.content().forEach(element -> element.write(xml));
        var body = xml.append("</").append(answer.root()).append('>').toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
