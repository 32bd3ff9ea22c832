// SPDX-License-Identifier: Apache-2.0
package rapporto.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import rapporto.json.Json;
import rapporto.local.lambda.Invoker;

/** The HTTP API of the single machine, on loopback only, with API Gateway's limits. */
public final class FrontDoor implements AutoCloseable {
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
    private static final int MAX_HEADER_BYTES = 10_240;

    private final HttpServer server;
    private final PrintStream log;
    private final Map<String, View> views = new ConcurrentHashMap<>();
    private volatile Optional<Invoker> hooks = Optional.empty();

    /** What tools may ask of the machine: a status and JSON. */
    public interface View {
        /** The answer now. */
        Answer answer();

        /** A status and its JSON body. */
        record Answer(int status, String json) {}
    }

    private FrontDoor(HttpServer server, PrintStream log) {
        this.server = server;
        this.log = log;
    }

    /**
     * Opens the door at {@code port}; until {@link #serve} every hook answers 503.
     *
     * @throws IOException when the port is taken
     */
    public static FrontDoor open(int port, PrintStream log) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var door = new FrontDoor(server, log);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", door::handle);
        server.start();
        return door;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers {@code GET path} by {@code view}. */
    public void show(String path, View view) {
        views.put(path, view);
    }

    /** Gives hooks to this function from now on. */
    public void serve(Invoker function) {
        hooks = Optional.of(function);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("host"))
                    .orElse("");
            var path = exchange.getRequestURI().getRawPath();
            var view = views.get(path);
            if (!LOOPBACK.matcher(host).matches()) {
                send(exchange, 421, message("Misdirected Request"));
            } else if (headerBytes(exchange) > MAX_HEADER_BYTES) {
                send(exchange, 431, message("Request Header Fields Too Large"));
            } else if (view != null) {
                show(exchange, view);
            } else if (path.startsWith("/hooks/")) {
                hook(exchange);
            } else {
                send(exchange, 404, message("Not Found"));
            }
        }
    }

    private static void show(HttpExchange exchange, View view) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("allow", "GET");
            send(exchange, 405, message("Method Not Allowed"));
            return;
        }
        var answer = view.answer();
        send(exchange, answer.status(), answer.json());
    }

    private void hook(HttpExchange exchange) throws IOException {
        var function = hooks;
        if (function.isEmpty()) {
            exchange.getResponseHeaders().set("retry-after", "1");
            send(exchange, 503, message("Service Unavailable"));
            return;
        }
        // One byte more than allowed is read and no further, whatever was announced.
        var body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            exchange.getResponseHeaders().set("connection", "close");
            send(exchange, 413, message("Request Entity Too Large"));
            return;
        }
        try {
            reply(exchange, function.get().invoke(HttpApiEvent.of(exchange, body)));
        } catch (RuntimeException e) {
            log.println("%s: %s".formatted(function.get().name(), e.getClass().getName()));
            send(exchange, 500, message("Internal Server Error"));
        }
    }

    private static void reply(HttpExchange exchange, byte[] answer) throws IOException {
        var reply = Json.read(answer).object();
        var headers = reply.at("headers");
        headers.names().forEach(name -> exchange.getResponseHeaders()
                .set(name, headers.at(name).textOrEmpty()));
        var body = reply.at("body").textOrEmpty();
        var bytes = reply.at("isBase64Encoded").isTrue()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        send(exchange, (int) reply.at("statusCode").number(), bytes);
    }

    private static int headerBytes(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .flatMap(header ->
                        header.getValue().stream().map(value -> header.getKey().length() + value.length()))
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static String message(String text) {
        return Json.write(Json.object().put("message", text));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
