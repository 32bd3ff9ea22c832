// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is here now: topics, subscriptions, the inbox, deliveries to do. Not thread-safe; {@link Topics} guards it. */
final class Shelf {
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final List<Notification> inbox = new ArrayList<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** A message and the subscriptions that do not have it yet. */
    private record Waiting(Notification notification, List<String> subscriptions) {}

    /** Takes in what happened next. */
    void apply(Entry entry) {
        switch (entry) {
            case Entry.TopicKept(var topic) -> topics.put(topic.arn(), topic);
            case Entry.TopicGone(var arn) -> {
                topics.remove(arn);
                subscriptions
                        .values()
                        .removeIf(subscription -> subscription.topicArn().equals(arn));
            }
            case Entry.SubscriptionKept(var subscription) -> subscriptions.put(subscription.arn(), subscription);
            case Entry.SubscriptionGone(var arn) -> subscriptions.remove(arn);
            case Entry.Accepted accepted -> accept(accepted);
            case Entry.Settled(var messageId, var subscription) -> settle(messageId, subscription);
        }
    }

    private void accept(Entry.Accepted accepted) {
        if (accepted.toInbox()) {
            inbox.add(accepted.notification());
        }
        if (!accepted.waiting().isEmpty()) {
            var message = new Waiting(accepted.notification(), new ArrayList<>(accepted.waiting()));
            waiting.put(accepted.notification().messageId(), message);
        }
    }

    private void settle(String messageId, String subscription) {
        waiting.computeIfPresent(messageId, (id, message) -> {
            message.subscriptions().remove(subscription);
            return message.subscriptions().isEmpty() ? null : message;
        });
    }

    Optional<Topic> topic(String arn) {
        return Optional.ofNullable(topics.get(arn));
    }

    List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    Optional<Subscription> subscription(String arn) {
        return Optional.ofNullable(subscriptions.get(arn));
    }

    /** All of them, oldest first. */
    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    /** What the inbox received, oldest first. */
    List<Notification> inbox() {
        return List.copyOf(inbox);
    }

    /** Deliveries that were accepted and have not ended. */
    List<Delivery> deliveries() {
        return waiting.values().stream()
                .flatMap(message ->
                        message.subscriptions().stream().map(arn -> new Delivery(message.notification(), arn)))
                .toList();
    }

    /** The fewest entries that lead here again. */
    List<Entry> entries() {
        var kept = Stream.<Entry>concat(
                topics.values().stream().map(Entry.TopicKept::new),
                subscriptions.values().stream().map(Entry.SubscriptionKept::new));
        return Stream.concat(kept, messages()).toList();
    }

    private Stream<Entry> messages() {
        var read = inbox.stream().map(message -> new Entry.Accepted(message, true, stillWaiting(message)));
        var inInbox = inbox.stream().map(Notification::messageId).collect(java.util.stream.Collectors.toSet());
        var others = waiting.values().stream()
                .filter(message -> !inInbox.contains(message.notification().messageId()))
                .map(message -> new Entry.Accepted(message.notification(), false, message.subscriptions()));
        return Stream.concat(read, others);
    }

    private List<String> stillWaiting(Notification message) {
        return Optional.ofNullable(waiting.get(message.messageId()))
                .map(Waiting::subscriptions)
                .orElse(List.of());
    }
}
