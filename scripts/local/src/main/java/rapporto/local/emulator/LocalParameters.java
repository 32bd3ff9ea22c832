// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * SSM Parameter Store on a loopback port: the SecureString parameters of this process, in memory. Checks no signature,
 * and answers only requests that are addressed to this machine.
 */
public final class LocalParameters implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers;
    private final ConcurrentSkipListMap<String, Parameter> parameters;

    private LocalParameters(HttpServer server) {
        this.server = server;
        this.workers = Executors.newVirtualThreadPerTaskExecutor();
        this.parameters = new ConcurrentSkipListMap<>();
        server.setExecutor(workers);
        server.createContext("/", new ParametersProtocol(parameters));
        server.start();
    }

    /**
     * Starts without any parameter.
     *
     * @param port 0 takes any free one
     * @throws IllegalStateException when the port is taken
     */
    public static LocalParameters start(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new LocalParameters(HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new IllegalStateException("ssm: port %d is taken, wanted a free one".formatted(port), e);
        }
    }

    /** Where its clients send requests: {@code http://127.0.0.1:4583}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Sets a SecureString; a parameter that is there takes the value as its next version. */
    public void put(String name, String value) {
        parameters.merge(name, new Parameter(value, 1), (old, first) -> old.next(first.value()));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
