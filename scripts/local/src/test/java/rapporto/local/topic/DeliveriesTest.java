// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Retries, dead letters and confirmations, without a network and without waiting. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveriesTest {
    private static final Outcome DELIVERED = new Outcome.Delivered();
    private static final Outcome UNREACHABLE = new Outcome.Unreachable("no answer");
    private static final Outcome REFUSED = new Outcome.Refused("no such queue");
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:team";
    private static final String REDRIVE = "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:lost\"}";
    private static final String HOOK = "http://127.0.0.1:9/hook";

    private final Shelf shelf = new Shelf();
    private final ByHand time = new ByHand();
    private final Scripted couriers = new Scripted();
    private final Topics topics = new Topics(
            shelf,
            Journal.none(),
            () -> Instant.parse("2026-11-23T08:00:00Z"),
            new Deliveries(couriers, time, message -> {}));
    private final String topic = topics.make("alerts", Map.of()).arn();

    /** Answers as told, then always that all is well; remembers what it was asked. */
    private static final class Scripted implements Couriers {
        private final Deque<Outcome> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        private Outcome answer(String what) {
            asked.add(what);
            return answers.isEmpty() ? DELIVERED : answers.remove();
        }

        @Override
        public Outcome carry(Notification notification, Subscription to) {
            return answer("carry " + notification.message());
        }

        @Override
        public Outcome bury(Notification notification, Subscription missed, QueueArn deadLetters, String reason) {
            return answer("bury %s in %s: %s".formatted(notification.message(), deadLetters.name(), reason));
        }

        @Override
        public Outcome ask(Subscription unconfirmed, String token) {
            return answer("ask");
        }

        @Override
        public void close() {}
    }

    @Test
    void given_a_queue_that_does_not_answer_when_it_does_then_the_message_is_there_once() {
        subscribe(Map.of());
        couriers.answers.addAll(List.of(UNREACHABLE, UNREACHABLE, UNREACHABLE));

        publish("one");
        time.runAll();

        assertThat(couriers.asked).containsExactly("carry one", "carry one", "carry one", "carry one");
        assertThat(time.pauses())
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(shelf.deliveries()).isEmpty();
    }

    @Test
    void given_a_delivery_on_its_way_when_looked_at_then_it_is_kept_until_it_ends() {
        subscribe(Map.of());

        publish("one");

        assertThat(shelf.deliveries()).hasSize(1);
        time.runAll();
        assertThat(shelf.deliveries()).isEmpty();
    }

    @Test
    void given_a_queue_that_is_not_there_when_published_to_then_the_message_goes_to_the_dead_letters_at_once() {
        subscribe(Map.of("RedrivePolicy", REDRIVE));
        couriers.answers.addAll(List.of(REFUSED, UNREACHABLE));

        publish("one");
        time.runAll();

        assertThat(couriers.asked)
                .containsExactly("carry one", "bury one in lost: no such queue", "bury one in lost: no such queue");
        assertThat(shelf.deliveries()).isEmpty();
    }

    @Test
    void given_no_dead_letters_when_a_message_is_refused_then_it_is_given_up() {
        subscribe(Map.of());
        couriers.answers.add(REFUSED);

        publish("one");
        time.runAll();

        assertThat(couriers.asked).containsExactly("carry one");
        assertThat(shelf.deliveries()).isEmpty();
    }

    @Test
    void given_a_delivery_policy_when_its_retries_are_used_up_then_the_message_is_buried() {
        var webHook = confirmedWebHook();
        topics.setSubscription(webHook.arn(), "RedrivePolicy", REDRIVE);
        topics.setSubscription(
                webHook.arn(),
                "DeliveryPolicy",
                "{\"healthyRetryPolicy\":{\"numRetries\":2,\"minDelayTarget\":5,\"maxDelayTarget\":7}}");
        couriers.answers.addAll(List.of(UNREACHABLE, UNREACHABLE, UNREACHABLE));

        publish("one");
        time.runAll();

        assertThat(couriers.asked)
                .containsExactly("ask", "carry one", "carry one", "carry one", "bury one in lost: no answer");
        assertThat(time.pauses()).endsWith(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @Test
    void given_a_subscription_that_ended_when_its_delivery_is_tried_then_nothing_is_sent() {
        var subscription = subscribe(Map.of());
        publish("one");

        topics.unsubscribe(subscription.arn());
        time.runAll();

        assertThat(couriers.asked).isEmpty();
        assertThat(shelf.deliveries()).isEmpty();
    }

    @Test
    void given_a_web_hook_when_it_has_not_confirmed_then_it_gets_no_message() {
        var webHook = topics.subscribe(topic, Protocol.HTTP, HOOK, Map.of());

        publish("early");
        topics.confirm(topic, webHook.token().orElseThrow());
        publish("late");
        time.runAll();

        assertThat(couriers.asked).containsExactly("carry late");
    }

    @Test
    void given_a_web_hook_that_does_not_answer_when_asked_to_confirm_then_it_is_asked_four_times() {
        couriers.answers.addAll(List.of(UNREACHABLE, UNREACHABLE, UNREACHABLE, UNREACHABLE));

        topics.subscribe(topic, Protocol.HTTP, HOOK, Map.of());
        time.runAll();

        assertThat(couriers.asked).containsExactly("ask", "ask", "ask", "ask");
    }

    @Test
    void given_two_subscribers_when_one_cannot_be_reached_then_the_other_is_served() {
        subscribe(Map.of());
        topics.subscribe(topic, Protocol.SQS, QUEUE + "2", Map.of());
        couriers.answers.add(UNREACHABLE);

        publish("one");
        time.runNext();
        time.runNext();

        assertThat(shelf.deliveries()).hasSize(1);
    }

    private Subscription subscribe(Map<String, String> attributes) {
        return topics.subscribe(topic, Protocol.SQS, QUEUE, attributes);
    }

    private Subscription confirmedWebHook() {
        var webHook = topics.subscribe(topic, Protocol.HTTP, HOOK, Map.of());
        time.runAll();
        return topics.confirm(topic, webHook.token().orElseThrow());
    }

    private void publish(String message) {
        topics.publish(List.of(new Draft(topic, Optional.empty(), Map.of(), message)));
    }
}
