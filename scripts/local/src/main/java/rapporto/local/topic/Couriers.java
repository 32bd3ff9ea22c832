// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

/** Carry messages out of this process. A try may block for seconds; each can be repeated. */
interface Couriers extends AutoCloseable {
    /** Carries a message to its subscriber. */
    Outcome carry(Notification notification, Subscription to);

    /** Carries a message that did not reach its subscriber to the queue for such. */
    Outcome bury(Notification notification, Subscription missed, QueueArn deadLetters, String reason);

    /** Sends a web hook the token that it is to send back. */
    Outcome ask(Subscription unconfirmed, String token);

    @Override
    void close();
}
