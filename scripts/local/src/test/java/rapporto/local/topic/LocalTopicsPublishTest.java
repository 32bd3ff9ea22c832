// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

/** Publishing, as the real SDK client sees it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalTopicsPublishTest {
    private static final String ALERTS = "arn:aws:sns:us-east-1:000000000000:alerts";
    private static final URI NO_QUEUES = URI.create("http://127.0.0.1:9");

    private final BlockingQueue<InboxMessage> announced = new LinkedBlockingQueue<>();
    private final LocalTopics topics = LocalTopics.start(0, Optional.empty(), NO_QUEUES, announced::add);
    private final SnsClient sns = SnsClients.of(topics.endpoint());

    @AfterEach
    void close() {
        sns.close();
        topics.close();
    }

    @Test
    void given_an_inbox_when_published_to_then_it_has_the_message_and_says_so() throws InterruptedException {
        inbox();

        var published = sns.publish(request -> request.topicArn(ALERTS)
                .subject("[P1][OPEN] discourse")
                .message("{\"a\":\"è + & = %\"}\n")
                .messageAttributes(Map.of(
                        "severity", SnsClients.attribute("String", "P1"),
                        "score", SnsClients.attribute("Number", "0.87"),
                        "teams", SnsClients.attribute("String.Array", "[\"support\"]"))));

        var received = topics.inbox().getFirst();
        assertThat(received.messageId()).isEqualTo(published.messageId());
        assertThat(received.topicArn()).isEqualTo(ALERTS);
        assertThat(received.subject()).isEqualTo("[P1][OPEN] discourse");
        assertThat(received.message()).isEqualTo("{\"a\":\"è + & = %\"}\n");
        assertThat(received.attributes())
                .isEqualTo(Map.of("severity", "P1", "score", "0.87", "teams", "[\"support\"]"));
        assertThat(announced.poll(5, TimeUnit.SECONDS)).isEqualTo(received);
    }

    @Test
    void given_two_inboxes_of_one_topic_when_published_to_then_the_message_is_there_once() {
        inbox();
        sns.subscribe(request -> request.topicArn(ALERTS).protocol("inbox").endpoint("other"));

        publish("one");
        publish("two");

        assertThat(topics.inbox()).extracting(InboxMessage::message).containsExactly("one", "two");
    }

    @Test
    void given_a_filter_policy_when_published_to_then_only_what_it_takes_arrives() {
        var subscription = inbox();
        sns.setSubscriptionAttributes(request -> request.subscriptionArn(subscription)
                .attributeName("FilterPolicy")
                .attributeValue("{\"severity\":[\"P1\"]}"));

        publish("without");
        sns.publish(request -> request.topicArn(ALERTS)
                .message("with")
                .messageAttributes(Map.of("severity", SnsClients.attribute("String", "P1"))));

        assertThat(topics.inbox()).extracting(InboxMessage::message).containsExactly("with");
    }

    @Test
    void given_no_subscription_left_when_published_to_then_nothing_arrives() {
        var subscription = inbox();
        sns.unsubscribe(request -> request.subscriptionArn(subscription));
        sns.unsubscribe(request -> request.subscriptionArn(subscription));

        publish("one");

        assertThat(topics.inbox()).isEmpty();
    }

    @Test
    void given_a_message_or_subject_over_its_limit_when_published_then_it_is_refused() {
        inbox();

        publish("x".repeat(Draft.LARGEST));
        refused("x".repeat(Draft.LARGEST + 1), "fine");
        sns.publish(request -> request.topicArn(ALERTS).message("m").subject("s".repeat(99)));
        for (var subject : List.of("s".repeat(100), "two\nlines", "però", " first", "tab\there", "")) {
            refused("m", subject);
        }

        assertThat(topics.inbox()).hasSize(2);
    }

    private void refused(String message, String subject) {
        assertThatThrownBy(() -> sns.publish(
                        request -> request.topicArn(ALERTS).message(message).subject(subject)))
                .isInstanceOf(InvalidParameterException.class)
                .extracting(fault -> ((SnsException) fault).statusCode())
                .isEqualTo(400);
    }

    @Test
    void given_a_broken_attribute_when_published_then_it_is_refused() {
        topic();

        for (var broken : List.of(
                SnsClients.attribute("Number", "many"),
                SnsClients.attribute("Number", "1".repeat(129)),
                SnsClients.attribute("String.Array", "[[1]]"),
                SnsClients.attribute("String.Array", "[1"),
                SnsClients.attribute("String", ""),
                SnsClients.attribute("Binary", "AA=="))) {
            assertThatThrownBy(() -> sns.publish(
                            request -> request.topicArn(ALERTS).message("m").messageAttributes(Map.of("a", broken))))
                    .isInstanceOf(InvalidParameterValueException.class);
        }
    }

    @Test
    void given_what_is_not_served_when_asked_for_then_it_is_refused_by_name() {
        topic();

        assertThatThrownBy(() -> sns.publish(
                        request -> request.topicArn(ALERTS).message("{}").messageStructure("json")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("MessageStructure");
        assertThatThrownBy(() -> sns.subscribe(request -> request.topicArn(ALERTS)
                        .protocol("inbox")
                        .endpoint("team")
                        .attributes(Map.of("FilterPolicyScope", "MessageBody"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("FilterPolicyScope");
        assertThatThrownBy(sns::listPhoneNumbersOptedOut)
                .isInstanceOfSatisfying(
                        SnsException.class,
                        fault -> assertThat(fault.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"));
    }

    @Test
    void given_a_batch_when_one_entry_is_broken_then_only_that_one_fails() {
        inbox();

        var answer = sns.publishBatch(request -> request.topicArn(ALERTS)
                .publishBatchRequestEntries(entry("a", "one"), entry("b", ""), entry("c", "three")));

        assertThat(answer.successful()).extracting(entry -> entry.id()).containsExactly("a", "c");
        assertThat(answer.failed()).singleElement().satisfies(failure -> {
            assertThat(failure.id()).isEqualTo("b");
            assertThat(failure.code()).isEqualTo("InvalidParameter");
            assertThat(failure.senderFault()).isTrue();
        });
        assertThat(topics.inbox()).extracting(InboxMessage::message).containsExactly("one", "three");
        assertThat(topics.inbox())
                .extracting(InboxMessage::messageId)
                .isEqualTo(answer.successful().stream()
                        .map(entry -> entry.messageId())
                        .toList());
    }

    @Test
    void given_a_batch_over_its_limits_when_published_then_it_is_refused_whole() {
        inbox();
        var eleven =
                IntStream.range(0, 11).mapToObj(id -> entry("id" + id, "m")).toList();

        assertThatThrownBy(() ->
                        sns.publishBatch(request -> request.topicArn(ALERTS).publishBatchRequestEntries(eleven)))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class);
        batchRefused("EmptyBatchRequest", List.of());
        batchRefused("BatchEntryIdsNotDistinct", List.of(entry("a", "m"), entry("a", "m")));
        batchRefused("InvalidBatchEntryId", List.of(entry("a b", "m")));
        batchRefused(
                "BatchRequestTooLong",
                List.of(entry("a", "x".repeat(Draft.LARGEST / 2)), entry("b", "x".repeat(Draft.LARGEST / 2 + 1))));
        assertThat(topics.inbox()).isEmpty();
    }

    private void batchRefused(String code, List<PublishBatchRequestEntry> entries) {
        assertThatThrownBy(() ->
                        sns.publishBatch(request -> request.topicArn(ALERTS).publishBatchRequestEntries(entries)))
                .isInstanceOfSatisfying(
                        SnsException.class,
                        fault -> assertThat(fault.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private void topic() {
        sns.createTopic(topic -> topic.name("alerts"));
    }

    private String inbox() {
        topic();
        return sns.subscribe(
                        request -> request.topicArn(ALERTS).protocol("inbox").endpoint("team"))
                .subscriptionArn();
    }

    private void publish(String message) {
        sns.publish(request -> request.topicArn(ALERTS).message(message));
    }
}
