// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * SNS on a loopback port: what the SDK's client needs for topics, subscriptions to queues, web hooks and the inbox, and
 * publishing. With a folder, nothing that was accepted is lost by a restart or a killed process. Thread-safe.
 */
public final class LocalTopics implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService announcer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Later later;
    private final Couriers couriers;
    private final Journal journal;
    private final Topics topics;

    private LocalTopics(
            HttpServer server, Optional<Path> data, URI queues, Consumer<InboxMessage> onInbox, Later later) {
        this.server = server;
        this.later = later;
        var clock = InstantSource.system();
        var shelf = new Shelf();
        journal = data.<Journal>map(folder -> FileJournal.open(folder, shelf)).orElseGet(Journal::none);
        couriers = new NetworkCouriers(new QueueCourier(queues), new WebHookCourier(endpointOf(server), clock));
        Consumer<InboxMessage> announced = message -> announcer.execute(() -> onInbox.accept(message));
        topics = new Topics(shelf, journal, clock, new Deliveries(couriers, later, announced));
        server.setExecutor(workers);
        server.createContext("/", new QueryProtocol(new Actions(topics)));
        server.start();
        topics.resume();
    }

    /**
     * Starts, takes up what a former process left undelivered, and answers until closed.
     *
     * @param port 0 takes any free one
     * @param data folder of its own for what must survive; empty keeps all in memory
     * @param queues SQS endpoint that deliveries to queues go to
     * @param onInbox called once for each message that the inbox receives from now on, in order, on a thread of its own
     * @throws IllegalStateException when the port or the folder is taken, or the folder's journal is broken
     */
    public static LocalTopics start(int port, Optional<Path> data, URI queues, Consumer<InboxMessage> onInbox) {
        return start(port, data, queues, onInbox, new Timetable());
    }

    static LocalTopics start(int port, Optional<Path> data, URI queues, Consumer<InboxMessage> onInbox, Later later) {
        var server = bound(port);
        try {
            return new LocalTopics(server, data, queues, onInbox, later);
        } catch (RuntimeException e) {
            server.stop(0);
            later.close();
            throw e;
        }
    }

    private static HttpServer bound(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException("sns: port %d is taken, wanted a free one".formatted(port), e);
        }
    }

    private static URI endpointOf(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where its clients send requests: {@code http://127.0.0.1:4584}. */
    public URI endpoint() {
        return endpointOf(server);
    }

    /** What the inbox received, oldest first; with a folder, also before this start. */
    public List<InboxMessage> inbox() {
        return topics.inbox();
    }

    /** Stops answering and lets tries that run end; what is not delivered waits in the folder, if there is one. */
    @Override
    public void close() {
        server.stop(0);
        workers.close();
        couriers.close();
        later.close();
        announcer.close();
        journal.close();
    }
}
