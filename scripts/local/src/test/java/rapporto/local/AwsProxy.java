// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import rapporto.json.Field;
import rapporto.json.Json;

/**
 * Stands between a machine and the emulators: one endpoint for all services, as LocalStack is. Counts the calls and the
 * capacity that they consume, and lets a service be down, or refuse as AWS does, for as long as a test wants.
 */
final class AwsProxy implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final Map<String, URI> emulators;
    private final ConcurrentHashMap<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Double> units = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** What a service does instead of its work. */
    sealed interface Trouble {
        /** The connection is cut before any answer. */
        record Down() implements Trouble {}

        /** An error in the service's own protocol. */
        record Refusal(int status, String code) implements Trouble {}
    }

    /** In front of {@code emulators}: endpoints of dynamodb, sqs, sns and ssm. */
    AwsProxy(Map<String, URI> emulators) throws IOException {
        this.emulators = Map.copyOf(emulators);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on {@code what}, a service or one call such as {@code sns Publish}, is in trouble. */
    void trouble(String what, Trouble trouble) {
        troubles.put(what, trouble);
    }

    /** All is well again. */
    void heal() {
        troubles.clear();
    }

    /** Calls so far, by service and operation: {@code sqs SendMessage}. */
    SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Capacity units of the table and its indexes so far, by operation: {@code PutItem}. */
    SortedMap<String, Double> units() {
        return new TreeMap<>(units);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }

    private record Call(String service, String operation) {
        /** A target names JSON calls, {@code AmazonSQS.SendMessage}; the query protocol, SNS's, names them in the body. */
        static Call of(HttpExchange exchange, byte[] body) {
            var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            var operation = target.substring(target.indexOf('.') + 1);
            if (target.startsWith("DynamoDB")) {
                return new Call("dynamodb", operation);
            } else if (target.startsWith("AmazonSQS")) {
                return new Call("sqs", operation);
            } else if (target.startsWith("AmazonSSM")) {
                return new Call("ssm", operation);
            }
            var form = "&" + new String(body, StandardCharsets.UTF_8) + "&";
            int action = form.indexOf("&Action=") + "&Action=".length();
            return new Call("sns", form.substring(action, form.indexOf('&', action)));
        }

        String name() {
            return service + " " + operation;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var call = Call.of(exchange, body);
            counts.merge(call.name(), 1, Integer::sum);
            var trouble = troubles.getOrDefault(call.name(), troubles.get(call.service()));
            switch (trouble) {
                case null -> forward(exchange, call, body);
                case Trouble.Down() -> {}
                case Trouble.Refusal refusal -> refuse(exchange, call, refusal);
            }
        }
    }

    private void forward(HttpExchange exchange, Call call, byte[] body) throws IOException {
        var emulator = Objects.requireNonNull(emulators.get(call.service()), call.name());
        boolean counted = call.service().equals("dynamodb");
        var sent = counted ? askingForCapacity(body) : body;
        var request = HttpRequest.newBuilder(emulator.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_FORWARDED.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            if (counted) {
                count(call, Json.read(answer.body()));
            }
            answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] askingForCapacity(byte[] body) {
        var request = (ObjectNode) Json.read(body).node().deepCopy();
        if (request.has("TableName") || request.has("TransactItems")) {
            request.put("ReturnConsumedCapacity", "TOTAL");
        }
        return Json.write(request).getBytes(StandardCharsets.UTF_8);
    }

    private void count(Call call, Field answer) {
        for (var consumed : answer.node().findValues("CapacityUnits")) {
            units.merge(call.operation(), consumed.doubleValue(), Double::sum);
        }
    }

    /** The error shapes of the AWS JSON and query protocols (Smithy documentation, read 2026-11-24). */
    private static void refuse(HttpExchange exchange, Call call, Trouble.Refusal refusal) throws IOException {
        boolean query = call.service().equals("sns");
        var body = query ? """
                    <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>refused</Message></Error>\
                    <RequestId>r-1</RequestId></ErrorResponse>""".formatted(refusal.code()) : """
                    {"__type":"com.amazonaws#%s","message":"refused"}""".formatted(refusal.code());
        exchange.getResponseHeaders().add("Content-Type", query ? "text/xml" : "application/x-amz-json-1.0");
        exchange.getResponseHeaders().add("x-amzn-RequestId", "r-1");
        answer(exchange, refusal.status(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
