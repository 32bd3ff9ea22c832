// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What can be done with topics. Each change is in the journal before it counts and before its method returns.
 * Thread-safe.
 */
final class Topics {
    private final ReentrantLock guard = new ReentrantLock();
    private final Shelf shelf;
    private final Journal journal;
    private final InstantSource clock;
    private final Outlet outlet;

    /** Where accepted things go next. */
    interface Outlet {
        /** Shows a message to who reads the inbox. */
        void show(InboxMessage message);

        /** Begins a delivery. */
        void deliver(Delivery delivery, Topics topics);

        /** Asks a web hook to send its token back. */
        void askToConfirm(String subscriptionArn, Topics topics);
    }

    Topics(Shelf shelf, Journal journal, InstantSource clock, Outlet outlet) {
        this.shelf = shelf;
        this.journal = journal;
        this.clock = clock;
        this.outlet = outlet;
    }

    /** The topic of that name, made now if it is new; one that is there keeps its attributes, which must not differ. */
    Topic make(String name, Map<String, String> attributes) {
        return guarded(() -> {
            var wanted = Topic.named(name, attributes);
            var known = shelf.topic(wanted.arn());
            if (known.isEmpty()) {
                keep(new Entry.TopicKept(wanted));
            } else if (!known.get().attributes().entrySet().containsAll(attributes.entrySet())) {
                throw TopicFault.parameter("Attributes: topic already exists with others");
            }
            return known.orElse(wanted);
        });
    }

    /** Deletes a topic with its subscriptions; one that is not there is no fault. */
    void delete(String topicArn) {
        alone(() -> shelf.topic(topicArn).ifPresent(topic -> keep(new Entry.TopicGone(topic.arn()))));
    }

    List<Topic> all() {
        return guarded(shelf::topics);
    }

    /** @throws TopicFault NotFound */
    Topic topic(String arn) {
        return guarded(() -> required(arn));
    }

    /** Sets one attribute of a topic. */
    void set(String topicArn, String attribute, String value) {
        alone(() -> keep(new Entry.TopicKept(required(topicArn).with(attribute, value))));
    }

    /** The subscriptions of a topic, oldest first. */
    List<Subscription> subscriptionsOf(String topicArn) {
        return guarded(() -> {
            var topic = required(topicArn);
            return shelf.subscriptions().stream()
                    .filter(subscription -> subscription.topicArn().equals(topic.arn()))
                    .toList();
        });
    }

    /** The subscription, unless it went. */
    Optional<Subscription> subscription(String arn) {
        return guarded(() -> shelf.subscription(arn));
    }

    /** Subscribes; the same subscriber asking for the same again changes nothing. A web hook is asked to confirm. */
    Subscription subscribe(String topicArn, Protocol protocol, String endpoint, Map<String, String> attributes) {
        return guarded(() -> {
            var topic = required(topicArn);
            protocol.requireReachable(endpoint);
            var settings = Settings.of(protocol, attributes);
            var known = subscriptionsOf(topicArn).stream()
                    .filter(subscription -> subscription.leadsTo(protocol, endpoint))
                    .findFirst();
            if (known.isPresent() && !known.get().settings().equals(settings)) {
                throw TopicFault.parameter("Attributes: subscription already exists with others");
            }
            var subscription = known.orElseGet(() -> fresh(topic, protocol, endpoint, settings));
            if (known.isEmpty()) {
                keep(new Entry.SubscriptionKept(subscription));
            }
            if (!subscription.isConfirmed()) {
                outlet.askToConfirm(subscription.arn(), this);
            }
            return subscription;
        });
    }

    private static Subscription fresh(Topic topic, Protocol protocol, String endpoint, Settings settings) {
        var token = Optional.of(UUID.randomUUID().toString()).filter(_ -> protocol == Protocol.HTTP);
        return new Subscription(
                topic.arn() + ":" + UUID.randomUUID(), topic.arn(), protocol, endpoint, settings, token);
    }

    /** Confirms the subscription of {@code topicArn} that was sent this token. */
    Subscription confirm(String topicArn, String token) {
        return guarded(() -> {
            var confirmed = subscriptionsOf(topicArn).stream()
                    .filter(subscription -> subscription.token().equals(Optional.of(token)))
                    .findFirst()
                    .orElseThrow(() -> TopicFault.parameter("Token: none that waits for confirmation"))
                    .confirmed();
            keep(new Entry.SubscriptionKept(confirmed));
            return confirmed;
        });
    }

    /** Ends a subscription; one that is not there is no fault. */
    void unsubscribe(String arn) {
        alone(() -> shelf.subscription(arn).ifPresent(gone -> keep(new Entry.SubscriptionGone(gone.arn()))));
    }

    /** Sets one attribute of a subscription. */
    void setSubscription(String arn, String attribute, String value) {
        alone(() -> {
            var subscription =
                    shelf.subscription(arn).orElseThrow(() -> TopicFault.notFound("Subscription does not exist"));
            keep(new Entry.SubscriptionKept(subscription.with(attribute, value)));
        });
    }

    /** Accepts messages, all or none: they survive a crash from here on. Gives their ids in order. */
    List<String> publish(List<Draft> drafts) {
        return guarded(() -> {
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var accepted = new ArrayList<Entry.Accepted>();
            for (var draft : drafts) {
                required(draft.topicArn());
                accepted.add(addressed(draft.accepted(UUID.randomUUID().toString(), at)));
            }
            journal.promise(accepted);
            accepted.forEach(this::send);
            return accepted.stream()
                    .map(entry -> entry.notification().messageId())
                    .toList();
        });
    }

    private Entry.Accepted addressed(Notification notification) {
        var takers = shelf.subscriptions().stream()
                .filter(subscription -> subscription.takes(notification))
                .toList();
        var waiting = takers.stream()
                .filter(taker -> taker.protocol() != Protocol.INBOX)
                .map(Subscription::arn)
                .toList();
        return new Entry.Accepted(notification, waiting.size() < takers.size(), waiting);
    }

    private void send(Entry.Accepted accepted) {
        shelf.apply(accepted);
        if (accepted.toInbox()) {
            outlet.show(accepted.notification().forInbox());
        }
        accepted.waiting().forEach(arn -> outlet.deliver(new Delivery(accepted.notification(), arn), this));
    }

    /** Takes up what a former process left: deliveries not ended, web hooks not confirmed. */
    void resume() {
        alone(() -> {
            shelf.deliveries().forEach(delivery -> outlet.deliver(delivery, this));
            shelf.subscriptions().stream()
                    .filter(subscription -> !subscription.isConfirmed())
                    .forEach(subscription -> outlet.askToConfirm(subscription.arn(), this));
        });
    }

    /** Notes that a delivery ended. */
    void settle(Delivery delivery) {
        alone(() -> {
            var settled = new Entry.Settled(delivery.notification().messageId(), delivery.subscriptionArn());
            journal.note(settled);
            shelf.apply(settled);
        });
    }

    /** What the inbox received, oldest first. */
    List<InboxMessage> inbox() {
        return guarded(() -> shelf.inbox().stream().map(Notification::forInbox).toList());
    }

    private Topic required(String arn) {
        return shelf.topic(arn).orElseThrow(() -> TopicFault.notFound("Topic does not exist"));
    }

    private void keep(Entry entry) {
        journal.promise(List.of(entry));
        shelf.apply(entry);
    }

    private void alone(Runnable action) {
        guard.lock();
        try {
            action.run();
        } finally {
            guard.unlock();
        }
    }

    private <T> T guarded(Supplier<T> action) {
        guard.lock();
        try {
            return action.get();
        } finally {
            guard.unlock();
        }
    }
}
