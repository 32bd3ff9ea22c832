// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What the system relies on in SQS, in whatever way messages are kept. */
abstract class ElasticMqContract {
    @TempDir
    Path directory;

    ElasticMq server;
    SqsClient sqs;

    /** Where messages are kept, given a folder that may be used for it. */
    abstract Optional<Path> data(Path folder);

    @BeforeEach
    final void start() {
        server = ElasticMq.start(0, data(directory));
        sqs = Clients.sqs(server.endpoint());
    }

    @AfterEach
    final void stop() {
        sqs.close();
        server.close();
    }

    /** Ends the server in good order and starts it on the same data. */
    final void restart() {
        stop();
        start();
    }

    @Test
    void given_a_queue_when_created_then_its_address_is_loopback_and_its_name_is_of_the_region() {
        var queue = Queue.create(sqs, "deliveries", Map.of());

        assertThat(queue.url()).isEqualTo(server.endpoint() + "/000000000000/deliveries");
        assertThat(queue.attribute(QueueAttributeName.QUEUE_ARN))
                .isEqualTo("arn:aws:sqs:us-east-1:000000000000:deliveries");
    }

    @Test
    void given_an_empty_queue_when_asked_for_its_oldest_message_then_there_is_none() {
        Queue.create(sqs, "deliveries", Map.of());

        assertThat(server.oldest("deliveries")).isEmpty();
    }

    @Test
    void given_messages_one_in_flight_when_asked_for_the_oldest_then_it_is_the_first_until_it_is_deleted() {
        var queue = Queue.create(sqs, "local-deliveries", Map.of());
        Queue.create(sqs, "local-deliveries-dlq", Map.of()).send("of another queue");
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        queue.send("first");
        var first = queue.receive(5);
        var between = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        queue.send("second");

        assertThat(server.oldest("local-deliveries"))
                .hasValueSatisfying(sent -> assertThat(sent).isBetween(before, between));

        queue.delete(first);

        assertThat(server.oldest("local-deliveries"))
                .hasValueSatisfying(sent -> assertThat(sent).isAfterOrEqualTo(between));
    }

    @Test
    void given_a_running_server_when_another_is_started_in_its_process_then_it_is_refused() {
        assertThatThrownBy(() -> ElasticMq.start(0, data(directory.resolve("other"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another store is open");
    }

    @Test
    void given_a_message_with_group_and_attributes_when_received_then_all_of_it_comes() {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        sqs.sendMessage(request -> request.queueUrl(queue.url())
                .messageBody("è")
                .messageGroupId("slack/main")
                .messageAttributes(Map.of(
                        "version",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("1")
                                .build())));

        var message = queue.receive(5).getFirst();

        assertThat(message.body()).isEqualTo("è");
        assertThat(requireNonNull(message.messageAttributes().get("version")).stringValue())
                .isEqualTo("1");
        assertThat(message.attributes())
                .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "slack/main")
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                .containsKeys(
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
    }

    @Test
    void given_a_batch_when_received_and_deleted_as_batches_then_the_counts_follow() {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        var entries = IntStream.range(0, 10)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .messageBody("body " + i)
                        .messageGroupId("slack/main")
                        .build())
                .toList();

        assertThat(sqs.sendMessageBatch(request -> request.queueUrl(queue.url()).entries(entries))
                        .successful())
                .hasSize(10);
        assertThat(queue.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo("10");

        var received = queue.receive(5);

        assertThat(received).hasSize(10);
        assertThat(queue.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo("0");
        assertThat(queue.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("10");

        queue.delete(received);

        assertThat(queue.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("0");
    }

    @Test
    void given_a_message_never_deleted_when_received_too_often_then_it_is_a_dead_letter() {
        var dead = Queue.create(sqs, "deliveries-dead", Map.of());
        var queue = Queue.create(sqs, "deliveries", redrive(dead, 2));
        queue.send("poison");

        assertThat(queue.receive(5, 1)).hasSize(1);
        assertThat(receiveCount(queue.receive(5, 1))).isEqualTo("2");
        assertThat(queue.receive(3, 1)).isEmpty();
        assertThat(dead.receive(5)).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void given_a_message_hidden_for_long_when_its_time_is_changed_to_zero_then_it_is_back() {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        queue.send("again");
        var handle = queue.receive(5).getFirst().receiptHandle();
        assertThat(queue.receive(0)).isEmpty();

        sqs.changeMessageVisibility(
                request -> request.queueUrl(queue.url()).receiptHandle(handle).visibilityTimeout(0));

        assertThat(receiveCount(queue.receive(5))).isEqualTo("2");
    }

    @Test
    void given_one_mebibyte_when_sent_then_it_is_kept_and_one_byte_more_is_refused() {
        var queue = Queue.create(sqs, "deliveries", Map.of());
        var largest = "x".repeat(1024 * 1024);

        queue.send(largest);

        assertThat(queue.receive(5)).extracting(Message::body).containsExactly(largest);
        assertThatThrownBy(() -> queue.send(largest + "x")).isInstanceOf(SqsException.class);
    }

    @Test
    void given_a_queue_that_is_there_when_created_again_with_the_same_attributes_then_it_is_the_same() {
        var attributes = Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "90");
        var queue = Queue.create(sqs, "deliveries", attributes);
        queue.send("kept");

        assertThat(Queue.create(sqs, "deliveries", attributes).receive(5)).hasSize(1);
    }

    @Test
    void given_no_such_queue_when_looked_up_then_it_does_not_exist() {
        assertThatThrownBy(() -> Queue.existing(sqs, "none"))
                .isInstanceOf(software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException.class);
    }

    @Test
    void given_a_dead_letter_when_sent_again_and_deleted_then_it_is_on_its_queue_only() {
        var dead = Queue.create(sqs, "deliveries-dead", Map.of());
        var queue = Queue.create(sqs, "deliveries", redrive(dead, 1));
        queue.send("poison");
        assertThat(queue.receive(5, 1)).hasSize(1);
        assertThat(queue.receive(3, 1)).isEmpty();

        var letters = dead.receive(5);
        letters.forEach(letter -> queue.send(letter.body()));
        dead.delete(letters);

        assertThat(queue.receive(5)).extracting(Message::body).containsExactly("poison");
        assertThat(dead.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("0");
    }

    static Map<QueueAttributeName, String> redrive(Queue dead, int maxReceiveCount) {
        return Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(dead.attribute(QueueAttributeName.QUEUE_ARN), maxReceiveCount));
    }

    static String receiveCount(List<Message> messages) {
        return requireNonNull(
                messages.getFirst().attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }
}
