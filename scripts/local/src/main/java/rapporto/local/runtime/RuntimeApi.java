// SPDX-License-Identifier: Apache-2.0
package rapporto.local.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import rapporto.json.Json;

/**
 * The side of Lambda that a function's process talks to: the Runtime API of 2018-06-01 (Lambda guide, "Using the Lambda
 * runtime API", read 2026-11-24), for one function, one call at a time.
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:built";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Start> start = new CompletableFuture<>();
    private final CompletableFuture<Boolean> restored = new CompletableFuture<>();

    private record Invocation(String id, String event, CompletableFuture<Outcome> outcome) {}

    /** What became of a call. */
    public sealed interface Outcome {
        /** What the handler answered. */
        record Answered(String json) implements Outcome {}

        /** What it threw, by the name of its class. */
        record Failed(String type) implements Outcome {}
    }

    /** What became of the start of the process. */
    public sealed interface Start {
        /** It waits for its first call. */
        record Ready() implements Start {}

        /** It was initialised and waits for its snapshot to be taken and restored: {@link RuntimeApi#restore}. */
        record Checkpointed() implements Start {}

        /** The handler could not be made; by the name of what it threw. */
        record Failed(String type) implements Start {}
    }

    private RuntimeApi(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext(ROOT, this::handle);
        server.start();
    }

    /** Starts on a free port of loopback. */
    public static RuntimeApi open() throws IOException {
        return new RuntimeApi(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** What the process finds as {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the start came to, once it is known. */
    public Start started(Duration within) {
        return get(start, within, "no word from the process");
    }

    /** Lets a checkpointed process go on, as after the restore of its snapshot. */
    public void restore() {
        restored.complete(true);
    }

    /** Gives {@code event} to the function and waits for what comes of it. */
    public Outcome invoke(String event, Duration within) {
        var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        waiting.add(invocation);
        return get(invocation.outcome(), within, "no answer from the function");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(ROOT.length());
            var body = exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "invocation/next" -> next(exchange);
                case "restore/next" -> {
                    start.complete(new Start.Checkpointed());
                    restored.get();
                    answer(exchange, 200, new byte[0]);
                }
                case "init/error", "restore/error" -> {
                    start.complete(new Start.Failed(type(body)));
                    answer(exchange, 202, new byte[0]);
                }
                default -> finish(path, body, exchange);
            }
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt(); // closed: the process learns it from its broken connection
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        start.complete(new Start.Ready());
        var invocation = waiting.take();
        running.put(invocation.id(), invocation);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(TIMEOUT).toEpochMilli()));
        answer(exchange, 200, invocation.event().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code invocation/ID/response} or {@code invocation/ID/error}. */
    private void finish(String path, byte[] body, HttpExchange exchange) throws IOException {
        var parts = path.split("/", -1);
        var invocation = parts.length == 3 ? running.remove(parts[1]) : null;
        if (invocation == null) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        answer(exchange, 202, new byte[0]);
        invocation
                .outcome()
                .complete(
                        parts[2].equals("response")
                                ? new Outcome.Answered(new String(body, StandardCharsets.UTF_8))
                                : new Outcome.Failed(type(body)));
    }

    private static String type(byte[] body) {
        return Json.read(body).at("errorType").textOrEmpty();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static <T> T get(CompletableFuture<T> future, Duration within, String otherwise) {
        try {
            return future.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("%s within %d s".formatted(otherwise, within.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
