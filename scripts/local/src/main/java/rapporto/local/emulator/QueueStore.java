// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import scala.collection.immutable.List$;
import scala.util.Either;
import scalikejdbc.ConnectionPool;

/**
 * ElasticMQ's queues and messages in one H2 database. ElasticMQ keeps its connections in one place a JVM, so only one
 * store can be open at a time.
 *
 * @param listener the actor that writes each change before its sender has an answer
 */
record QueueStore(ActorRef listener) implements AutoCloseable {
    // ElasticMQ waits 5 s for the messages of a queue; when that fails it says so to its log only, never to us.
    private static final Duration RESTORE_WITHIN = Duration.ofSeconds(15);

    /** Opens the store in {@code directory}, which is made when it is missing. */
    static QueueStore open(Path directory, ActorSystem actors) {
        requireOnly(directory.toString());
        // WRITE_DELAY=0: H2 otherwise commits up to half a second after it said so, and a kill loses those messages.
        var address = "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(directory.resolve("queues").toAbsolutePath());
        CutShortMoves.undo(address);
        return open(address, actors);
    }

    /** Opens an empty store that is gone once it is closed. */
    static QueueStore inMemory(ActorSystem actors) {
        requireOnly("a store in memory");
        return open("jdbc:h2:mem:queues;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE", actors);
    }

    private static void requireOnly(String store) {
        if (ConnectionPool.isInitialized(ConnectionPool.DEFAULT_NAME())) {
            throw new IllegalStateException(
                    "sqs: %s cannot be opened while another store is open in this process".formatted(store));
        }
    }

    private static QueueStore open(String address, ActorSystem actors) {
        var settings = new SqlQueuePersistenceConfig(true, "org.h2.Driver", address, "", "", false);
        // ElasticMQ connects only the first time that it is asked in a JVM; a later start has to connect by itself.
        DB.initializeSingleton(settings);
        ConnectionPool.singleton(
                address,
                "",
                "",
                ConnectionPool.singleton$default$4(),
                ConnectionPool.singleton$default$5("", "", "", ConnectionPool.singleton$default$4()));
        return new QueueStore(
                actors.actorOf(Props.create(SqlQueuePersistenceActor.class, settings, List$.MODULE$.empty())));
    }

    /** Gives {@code manager} every stored queue with its messages. */
    void restoreInto(ActorRef manager) {
        try {
            var answer = Patterns.ask(listener, new QueueEvent.Restore(manager), RESTORE_WITHIN)
                    .toCompletableFuture()
                    .get(RESTORE_WITHIN.toSeconds() + 1, TimeUnit.SECONDS);
            if (answer instanceof Either<?, ?> either && either.isLeft()) {
                throw new IllegalStateException("sqs: stored queues are not readable: " + either.left());
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("sqs: stored queues were not there within " + RESTORE_WITHIN, e);
        }
    }

    /** When the oldest message of {@code queue} was sent; empty when it has none. */
    Optional<Instant> oldest(String queue) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select min(created) from " + messageTable(queue))) {
            found.next();
            long created = found.getLong(1);
            return found.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(created));
        } catch (SQLSyntaxErrorException e) {
            // ElasticMQ makes the table some time after it has answered that the queue is there.
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("sqs: stored queues are not readable: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException("sqs: stored queues did not close: " + e.getMessage(), e);
        } finally {
            ConnectionPool.closeAll();
        }
    }

    private static Connection connection() {
        return ConnectionPool.apply(ConnectionPool.DEFAULT_NAME()).borrow();
    }

    /** As ElasticMQ 1.7.1 names it. */
    private static String messageTable(String queue) {
        return "message_%s_%s".formatted(queue.replace('-', '_'), Integer.toHexString(queue.hashCode()));
    }
}
