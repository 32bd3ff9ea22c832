// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
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
    void given_an_open_store_when_a_second_one_is_opened_then_it_is_refused() {
        assertThatThrownBy(() -> ElasticMq.start(0, Optional.of(directory.resolve("other"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another store is open");
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
