// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.List;

/** One thing that happened, as the journal keeps it; what the shelf holds is the sum of them in order. */
sealed interface Entry {
    /** A topic was made or changed. */
    record TopicKept(Topic topic) implements Entry {}

    /** A topic went, with its subscriptions. */
    record TopicGone(String arn) implements Entry {}

    /** A subscription was made or changed. */
    record SubscriptionKept(Subscription subscription) implements Entry {}

    record SubscriptionGone(String arn) implements Entry {}

    /**
     * A message was accepted.
     *
     * @param toInbox whether an inbox takes it
     * @param waiting ARNs of the subscriptions that it still has to be delivered to
     */
    record Accepted(Notification notification, boolean toInbox, List<String> waiting) implements Entry {
        public Accepted {
            waiting = List.copyOf(waiting);
        }
    }

    /** A delivery ended: at its subscriber, among the dead letters, or given up. */
    record Settled(String messageId, String subscriptionArn) implements Entry {}
}
