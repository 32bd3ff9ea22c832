// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Topic;

/** Topics and subscriptions, as the real SDK client sees them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalTopicsProtocolTest {
    private static final String ALERTS = "arn:aws:sns:us-east-1:000000000000:alerts";
    private static final URI NO_QUEUES = URI.create("http://127.0.0.1:9");

    private final LocalTopics topics = LocalTopics.start(0, Optional.empty(), NO_QUEUES, message -> {});
    private final SnsClient sns = SnsClients.of(topics.endpoint());

    @AfterEach
    void close() {
        sns.close();
        topics.close();
    }

    @Test
    void given_a_topic_when_made_again_then_it_is_the_same() {
        assertThat(sns.createTopic(topic -> topic.name("alerts")).topicArn()).isEqualTo(ALERTS);
        assertThat(sns.createTopic(topic -> topic.name("alerts")).topicArn()).isEqualTo(ALERTS);
        assertThat(sns.listTopics().topics()).extracting(Topic::topicArn).containsExactly(ALERTS);
    }

    @Test
    void given_a_topic_when_made_again_with_other_attributes_then_it_is_refused() {
        sns.createTopic(topic -> topic.name("alerts").attributes(Map.of("DisplayName", "one")));

        assertThatThrownBy(
                        () -> sns.createTopic(topic -> topic.name("alerts").attributes(Map.of("DisplayName", "two"))))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void given_a_topic_when_deleted_then_it_and_its_subscriptions_are_gone() {
        var subscription = inbox();

        sns.deleteTopic(topic -> topic.topicArn(ALERTS));
        sns.deleteTopic(topic -> topic.topicArn(ALERTS));

        assertThat(sns.listTopics().topics()).isEmpty();
        assertThatThrownBy(() -> sns.getSubscriptionAttributes(request -> request.subscriptionArn(subscription)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void given_topic_attributes_with_signs_of_xml_when_set_then_they_come_back_as_they_were() {
        inbox();

        sns.setTopicAttributes(
                request -> request.topicArn(ALERTS).attributeName("DisplayName").attributeValue("<a> & \"b\"\r\nè"));

        assertThat(sns.getTopicAttributes(request -> request.topicArn(ALERTS)).attributes())
                .containsEntry("DisplayName", "<a> & \"b\"\r\nè")
                .containsEntry("TopicArn", ALERTS)
                .containsEntry("SubscriptionsConfirmed", "1")
                .containsEntry("SubscriptionsPending", "0");
    }

    @Test
    void given_a_subscription_when_asked_for_again_then_it_is_the_same_unless_it_asks_for_other_things() {
        var subscription = inbox();

        assertThat(inbox()).isEqualTo(subscription);
        assertThatThrownBy(() -> sns.subscribe(request -> request.topicArn(ALERTS)
                        .protocol("inbox")
                        .endpoint("team")
                        .attributes(Map.of("FilterPolicy", "{\"a\":[\"b\"]}"))))
                .isInstanceOf(InvalidParameterException.class);
        assertThat(sns.listSubscriptionsByTopic(request -> request.topicArn(ALERTS))
                        .subscriptions())
                .singleElement()
                .satisfies(found -> assertThat(found.subscriptionArn()).isEqualTo(subscription))
                .satisfies(found -> assertThat(found.protocol()).isEqualTo("inbox"))
                .satisfies(found -> assertThat(found.endpoint()).isEqualTo("team"));
    }

    @Test
    void given_subscription_attributes_when_read_then_they_are_what_was_set() {
        topic();
        var policy = "{\"severity\":[\"P1\"]}";
        var redrive = "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:lost\"}";
        var subscription = sns.subscribe(request -> request.topicArn(ALERTS)
                        .protocol("sqs")
                        .endpoint("arn:aws:sqs:us-east-1:000000000000:team")
                        .attributes(
                                Map.of("FilterPolicy", policy, "RawMessageDelivery", "true", "RedrivePolicy", redrive)))
                .subscriptionArn();

        assertThat(sns.getSubscriptionAttributes(request -> request.subscriptionArn(subscription))
                        .attributes())
                .containsEntry("FilterPolicy", policy)
                .containsEntry("RawMessageDelivery", "true")
                .containsEntry("RedrivePolicy", redrive)
                .containsEntry("PendingConfirmation", "false");
    }

    @Test
    void given_no_such_topic_when_used_then_it_is_not_found() {
        assertThatThrownBy(() -> publish("one"))
                .isInstanceOf(NotFoundException.class)
                .extracting(fault -> ((SnsException) fault).statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> sns.getTopicAttributes(request -> request.topicArn(ALERTS)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void given_an_endpoint_that_is_not_ours_when_subscribed_then_it_is_refused() {
        topic();

        for (var foreign : List.of(
                "http://169.254.169.254/latest",
                "http://example.org/",
                "http://127.0.0.1.example.org/",
                "http://127.0.0.1@example.org/",
                "http://localhost:80@example.org/",
                "file:///etc/passwd",
                "https://127.0.0.1/",
                "http://0.0.0.0/",
                "http://a b/")) {
            assertThatThrownBy(() -> sns.subscribe(
                            request -> request.topicArn(ALERTS).protocol("http").endpoint(foreign)))
                    .as(foreign)
                    .isInstanceOf(InvalidParameterException.class);
        }
        assertThatThrownBy(() -> sns.subscribe(
                        request -> request.topicArn(ALERTS).protocol("sqs").endpoint("http://127.0.0.1/queue")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.subscribe(
                        request -> request.topicArn(ALERTS).protocol("email").endpoint("a@example.org")))
                .isInstanceOf(InvalidParameterException.class);
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
