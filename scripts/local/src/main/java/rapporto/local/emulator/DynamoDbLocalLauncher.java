// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Main class of the process that {@link DynamoDbLocal} starts, with DynamoDB Local on its class path. The product's own
 * main class listens on every interface and reports its use; this one puts its request handler behind a loopback
 * address, refuses foreign {@code Host} headers and has nothing that reports.
 *
 * <p>It reaches the product by reflection, since our code must not be built with it; names are those of version 3.3.1.
 */
public final class DynamoDbLocalLauncher {
    /** What its one line of output begins with; the port follows. */
    static final String READY = "ready ";

    private static final String PRODUCT = "software.amazon.dynamodb.services.local.server.";
    private static final String JETTY = "org.eclipse.jetty.server.";

    private DynamoDbLocalLauncher() {}

    /**
     * Serves until standard input ends, which it does when the owner closes it or dies in whatever way. Ctrl-C reaches
     * this process too, yet waits for that end, so that the owner can finish its work first.
     *
     * @param arguments the port, or 0; then the folder of the data, or nothing for memory
     */
    public static void main(String[] arguments) throws Exception {
        var ownerGone = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(ownerGone)));
        try {
            var database = arguments.length > 1 ? arguments[1] : "";
            int port = serve(Integer.parseInt(arguments[0]), database);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY + port);
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            ownerGone.countDown();
        }
        System.exit(0);
    }

    /**
     * Starts serving on loopback.
     *
     * @return the port, which is another than {@code port} when that is 0
     */
    static int serve(int port, String database) throws ReflectiveOperationException {
        var server = server(port, requestHandler(database));
        call(server, "start");
        return port(server);
    }

    /** One database for all regions and keys, in memory when {@code database} is empty. */
    private static Object requestHandler(String database) throws ReflectiveOperationException {
        boolean inMemory = database.isEmpty();
        return Class.forName(PRODUCT + "LocalDynamoDBRequestHandler")
                .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
                .newInstance(0, inMemory, inMemory ? null : database, true, false);
    }

    private static Object server(int port, Object requestHandler) throws ReflectiveOperationException {
        var handler = Class.forName(JETTY + "Handler");
        var protocol = Class.forName(PRODUCT + "LocalDynamoDBServerHandler")
                .getConstructor(Class.forName(PRODUCT + "DynamoDBRequestHandler"), String.class)
                .newInstance(requestHandler, null);
        var hosts = Class.forName(JETTY + "handler.ContextHandler")
                .getConstructor(handler)
                .newInstance(protocol);
        hosts.getClass().getMethod("setVirtualHosts", List.class).invoke(hosts, List.of("127.0.0.1", "localhost"));
        var server = Class.forName(JETTY + "Server")
                .getConstructor(InetSocketAddress.class)
                .newInstance(InetSocketAddress.createUnresolved("127.0.0.1", port));
        server.getClass().getMethod("setHandler", handler).invoke(server, hosts);
        return server;
    }

    private static int port(Object server) throws ReflectiveOperationException {
        return ((URI) call(server, "getURI")).getPort();
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    private static void await(CountDownLatch ownerGone) {
        try {
            ownerGone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
