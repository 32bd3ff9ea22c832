// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import scalikejdbc.ConnectionPool;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ElasticMqOnDiskTest extends ElasticMqContract {
    @Override
    Optional<Path> data(Path folder) {
        return Optional.of(folder.resolve("sqs"));
    }

    @Test
    void given_messages_on_disk_when_restarted_then_queues_attributes_and_messages_are_back() {
        var dead = Queue.create(sqs, "deliveries-dead", Map.of());
        var queue = Queue.create(sqs, "deliveries", redrive(dead, 3));
        var policy = queue.attribute(QueueAttributeName.REDRIVE_POLICY);
        queue.send("kept");

        restart();

        var restored = Queue.existing(sqs, "deliveries");
        assertThat(restored.attribute(QueueAttributeName.REDRIVE_POLICY)).isEqualTo(policy);
        assertThat(server.oldest("deliveries")).isPresent();
        assertThat(restored.receive(5)).extracting(Message::body).containsExactly("kept");
    }

    @Test
    void given_a_deleted_message_when_restarted_then_it_stays_deleted() {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        queue.send("done");
        queue.delete(queue.receive(5));

        restart();

        assertThat(Queue.existing(sqs, "deliveries").attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo("0");
    }

    @Test
    void given_a_message_in_flight_when_restarted_then_it_is_back_after_its_time_with_its_count() {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        queue.send("in flight");
        assertThat(queue.receive(5, 2)).hasSize(1);

        restart();

        assertThat(receiveCount(Queue.existing(sqs, "deliveries").receive(10))).isEqualTo("2");
    }

    @Test
    void given_a_process_killed_while_it_accepts_when_started_again_then_no_accepted_message_is_missing()
            throws IOException {
        stop();

        var accepted = killedAfter(1_000);
        start();

        var found = new HashSet<String>();
        var queue = Queue.existing(sqs, AcceptUntilKilled.QUEUE);
        for (var batch = queue.receive(0); !batch.isEmpty(); batch = queue.receive(0)) {
            batch.forEach(message -> found.add(message.body()));
        }
        assertThat(found).containsAll(accepted);
    }

    @Test
    void given_a_move_to_the_dead_letters_cut_short_when_restarted_then_later_messages_are_still_kept()
            throws SQLException {
        var dead = Queue.create(sqs, "deliveries-dead", Map.of());
        var queue = Queue.create(sqs, "deliveries", redrive(dead, 1));
        queue.send("poison");
        assertThat(queue.receive(5, 0)).hasSize(1);
        stop();
        copyMessages("MESSAGE_DELIVERIES_DEAD", "MESSAGE_DELIVERIES_");
        start();

        Queue.existing(sqs, "deliveries").receive(0);
        Queue.existing(sqs, "deliveries").send("later");
        restart();

        assertThat(Queue.existing(sqs, "deliveries").receive(5))
                .extracting(Message::body)
                .contains("later");
        assertThat(Queue.existing(sqs, "deliveries-dead").receive(5))
                .extracting(Message::body)
                .containsExactly("poison");
    }

    @Test
    void given_a_store_that_failed_when_messages_are_sent_then_none_is_accepted() throws SQLException {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        queue.send("stored"); // a queue's table is made behind its creation, but before its first message is accepted
        try (var connection =
                        ConnectionPool.apply(ConnectionPool.DEFAULT_NAME()).borrow();
                var statement = connection.createStatement()) {
            statement.execute("drop table \"%s\"".formatted(table(connection, "MESSAGE_DELIVERIES_")));
        }

        assertThatThrownBy(() -> sendWithin(Duration.ofSeconds(2), queue)).isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> sendWithin(Duration.ofSeconds(2), queue)).isInstanceOf(SdkException.class);
    }

    private void sendWithin(Duration limit, Queue queue) {
        sqs.sendMessage(request -> request.queueUrl(queue.url())
                .messageBody("lost")
                .overrideConfiguration(settings -> settings.apiCallTimeout(limit)));
    }

    private void copyMessages(String to, String from) throws SQLException {
        var address = "jdbc:h2:file:" + data(directory).orElseThrow().resolve("queues");
        try (var connection = DriverManager.getConnection(address, "", "");
                var statement = connection.createStatement()) {
            var copied = statement.executeUpdate("insert into \"%s\" select * from \"%s\""
                    .formatted(table(connection, to), table(connection, from)));
            assertThat(copied).isEqualTo(1);
        }
    }

    /** The shortest name is of the queue itself, not of one whose name goes on. */
    private static String table(Connection connection, String start) throws SQLException {
        try (var found = connection.getMetaData().getTables(null, "PUBLIC", start + "%", null)) {
            var names = new TreeSet<>(Comparator.comparingInt(String::length));
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
            return names.getFirst();
        }
    }

    /** The messages that a server said it had before it was killed, at least {@code least}. */
    private Set<String> killedAfter(int least) throws IOException {
        var process = ChildJvm.run(
                AcceptUntilKilled.class, data(directory).orElseThrow().toString());
        var accepted = new HashSet<String>();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                accepted.add(line);
                if (accepted.size() == least) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(least);
        return accepted;
    }
}
