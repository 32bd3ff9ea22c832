// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import rapporto.json.Field;
import rapporto.json.Json;

/** An HTTP endpoint of somebody who subscribes to a topic. */
final class WebSubscriber implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Field> posts = new LinkedBlockingQueue<>();
    private final HttpServer server;

    WebSubscriber() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    /** The next message that was posted here. */
    Field next() throws InterruptedException {
        var post = posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (post == null) {
            throw new AssertionError("nothing was posted within %d s".formatted(PATIENCE_SECONDS));
        }
        return post;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, -1);
            posts.add(Json.read(body));
        }
    }
}
