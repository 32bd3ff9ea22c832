// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
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
    private final ConcurrentSkipListMap<String, Parameter> parameters = new ConcurrentSkipListMap<>();
    private final ParameterActions actions = new ParameterActions(parameters, InstantSource.system());

    private LocalParameters(HttpServer server) {
        this.server = server;
        this.workers = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(workers);
        server.createContext("/", new ParametersProtocol(actions));
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
        parameters.merge(name, new Parameter(value, 1, Instant.now()), Parameter::next);
    }

    /**
     * From now on {@code keeper} has each value that a client puts before it holds.
     *
     * @param changed when what is here already was last changed
     */
    public void keptBy(Keeper keeper, Instant changed) {
        parameters.replaceAll((_, parameter) -> parameter.changedAt(changed));
        actions.keptBy(keeper);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
