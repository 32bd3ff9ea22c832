// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;

/**
 * SQS inside this JVM: ElasticMQ on a loopback port, in region {@value #REGION} and account {@value #ACCOUNT}, with the
 * limits of SQS (1 MiB a message and a batch). It checks no signature. Only one may run in a JVM at a time.
 *
 * <p>{@code StartMessageMoveTask} must not be used: ElasticMQ 1.7.1 stores each moved message twice, which its
 * store refuses, and from then on nothing is accepted until the next start. Receive, send and delete instead.
 */
public final class ElasticMq implements AutoCloseable {
    /** The region that queue addresses name. */
    public static final String REGION = "us-east-1";

    /** The account that queue addresses name. */
    public static final String ACCOUNT = "000000000000";

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    // ElasticMQ's own file asks for debug logging. A tick of 100 ms instead of 10 lets the machine sleep between
    // messages; a long poll may end that much later.
    private static final Config QUIET = ConfigFactory.parseMap(Map.of(
            "pekko.loglevel", "OFF",
            "pekko.stdout-loglevel", "OFF",
            // A store that restarts after a fault knows no queue: it would accept messages and keep none.
            // Stopped, it refuses.
            "pekko.actor.guardian-supervisor-strategy", "org.apache.pekko.actor.StoppingSupervisorStrategy",
            "pekko.jvm-shutdown-hooks", "off",
            "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off",
            "pekko.scheduler.tick-duration", "100ms"));

    private final ActorSystem actors;
    private final QueueStore store;
    private final URI endpoint;

    private ElasticMq(ActorSystem actors, QueueStore store, SQSRestServer server) {
        this.actors = actors;
        this.store = store;
        int port = server.waitUntilStarted().localAddress().getPort();
        this.endpoint = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts, and returns when every stored queue and message is there.
     *
     * @param port 0 takes any free one
     * @param data where queues and messages are kept, so that an accepted message outlives a killed process (not a power
     *     cut); in memory when empty
     * @throws IllegalStateException when the port is taken, another one runs in this JVM, or the data cannot be opened
     */
    public static ElasticMq start(int port, Optional<Path> data) {
        Loopback.requireFree("sqs", port);
        var actors = ActorSystem.create("elasticmq", QUIET.withFallback(ConfigFactory.load()));
        try {
            var store = data.map(directory -> QueueStore.open(directory, actors))
                    .orElseGet(() -> QueueStore.inMemory(actors));
            return start(port, actors, store);
        } catch (RuntimeException e) {
            stop(actors);
            throw e;
        }
    }

    private static ElasticMq start(int port, ActorSystem actors, QueueStore store) {
        try {
            var manager = queueManager(actors, store);
            store.restoreInto(manager);
            return new ElasticMq(actors, store, server(port, actors, manager, store));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Where its clients send requests: {@code http://127.0.0.1:9324}. */
    public URI endpoint() {
        return endpoint;
    }

    /** When the oldest message in {@code queue}, in flight or not, was sent; empty when it has none. */
    public Optional<Instant> oldest(String queue) {
        return store.oldest(queue);
    }

    /** Ends open requests, long polls too, then closes the stored data; a second call does nothing. */
    @Override
    public void close() {
        // Not by the server's own stop, which waits for long polls to end by themselves.
        stop(actors);
        store.close();
    }

    private static ActorRef queueManager(ActorSystem actors, QueueStore store) {
        return actors.actorOf(Props.create(
                QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(store.listener())));
    }

    private static SQSRestServer server(int port, ActorSystem actors, ActorRef manager, QueueStore store) {
        return SQSRestServerBuilder.withActorSystem(actors)
                .withQueueManagerActor(manager)
                .withInterface("127.0.0.1")
                .withPort(port)
                .withSQSLimits(StrictSQSLimits$.MODULE$)
                .withAWSRegion(REGION)
                .withAWSAccountId(ACCOUNT)
                .withQueueEventListener(store.listener())
                .start();
    }

    private static void stop(ActorSystem actors) {
        actors.terminate();
        try {
            actors.getWhenTerminated().toCompletableFuture().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("sqs: did not stop within " + STOP_WITHIN, e);
        }
    }
}
