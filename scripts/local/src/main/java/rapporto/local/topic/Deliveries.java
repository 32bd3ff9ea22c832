// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Brings accepted messages to their subscribers: tries again as the subscription wants, then takes them to its dead
 * letters. At least once, in no order. Settings are read at each try, so a change of the subscription counts at once.
 */
final class Deliveries implements Topics.Outlet {
    private static final Logger LOG = System.getLogger(Deliveries.class.getName());

    private final Couriers couriers;
    private final Later later;
    private final Consumer<InboxMessage> onInbox;

    Deliveries(Couriers couriers, Later later, Consumer<InboxMessage> onInbox) {
        this.couriers = couriers;
        this.later = later;
        this.onInbox = onInbox;
    }

    @Override
    public void show(InboxMessage message) {
        onInbox.accept(message);
    }

    @Override
    public void deliver(Delivery delivery, Topics topics) {
        later.after(Duration.ZERO, () -> tryNow(delivery, topics, 1));
    }

    private void tryNow(Delivery delivery, Topics topics, long attempt) {
        topics.subscription(delivery.subscriptionArn())
                .ifPresentOrElse(to -> carry(delivery, to, topics, attempt), () -> topics.settle(delivery));
    }

    private void carry(Delivery delivery, Subscription to, Topics topics, long attempt) {
        var retries = to.settings().retries();
        switch (couriers.carry(delivery.notification(), to)) {
            case Outcome.Delivered() -> topics.settle(delivery);
            case Outcome.Refused(var reason) -> bury(delivery, to, reason, topics, 1);
            case Outcome.Unreachable(var reason)
            when attempt > retries.count() -> bury(delivery, to, reason, topics, 1);
            case Outcome.Unreachable _ ->
                later.after(retries.pauseAfter(attempt), () -> tryNow(delivery, topics, attempt + 1));
        }
    }

    private void bury(Delivery delivery, Subscription missed, String reason, Topics topics, long attempt) {
        missed.settings()
                .deadLetters()
                .ifPresentOrElse(
                        queue -> bury(delivery, missed, queue, reason, topics, attempt),
                        () -> giveUp(delivery, reason, topics));
    }

    private void bury(
            Delivery delivery, Subscription missed, QueueArn queue, String reason, Topics topics, long attempt) {
        switch (couriers.bury(delivery.notification(), missed, queue, reason)) {
            case Outcome.Delivered() -> topics.settle(delivery);
            case Outcome.Refused(var refusal) -> giveUp(delivery, reason + "; dead letters: " + refusal, topics);
            case Outcome.Unreachable _ ->
                later.after(
                        Retries.TO_QUEUE.pauseAfter(attempt),
                        () -> bury(delivery, missed, reason, topics, attempt + 1));
        }
    }

    private static void giveUp(Delivery delivery, String reason, Topics topics) {
        var id = delivery.notification().messageId();
        LOG.log(Level.WARNING, "topic: gave up message {0} for {1}: {2}", id, delivery.subscriptionArn(), reason);
        topics.settle(delivery);
    }

    @Override
    public void askToConfirm(String subscriptionArn, Topics topics) {
        later.after(Duration.ZERO, () -> ask(subscriptionArn, topics, 1));
    }

    private void ask(String arn, Topics topics, long attempt) {
        var asked = topics.subscription(arn)
                .flatMap(webHook -> webHook.token().map(token -> couriers.ask(webHook, token)))
                .orElseGet(Outcome.Delivered::new);
        switch (asked) {
            case Outcome.Delivered() -> {}
            case Outcome.Refused(var reason) -> LOG.log(Level.WARNING, "topic: {0} not confirmed: {1}", arn, reason);
            case Outcome.Unreachable(var reason)
            when attempt > Retries.TO_WEB_HOOK.count() ->
                LOG.log(Level.WARNING, "topic: {0} not confirmed: {1}", arn, reason);
            case Outcome.Unreachable _ ->
                later.after(Retries.TO_WEB_HOOK.pauseAfter(attempt), () -> ask(arn, topics, attempt + 1));
        }
    }
}
