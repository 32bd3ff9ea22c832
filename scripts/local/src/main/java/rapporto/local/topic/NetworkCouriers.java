// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

/** The couriers of a running server, one for each protocol. */
record NetworkCouriers(QueueCourier queues, WebHookCourier webHooks) implements Couriers {
    @Override
    public Outcome carry(Notification notification, Subscription to) {
        return switch (to.protocol()) {
            case SQS -> queues.carry(notification, to);
            case HTTP -> webHooks.carry(notification, to);
            case INBOX -> new Outcome.Delivered();
        };
    }

    @Override
    public Outcome bury(Notification notification, Subscription missed, QueueArn deadLetters, String reason) {
        return queues.bury(notification, missed, deadLetters, reason);
    }

    @Override
    public Outcome ask(Subscription unconfirmed, String token) {
        return webHooks.ask(unconfirmed, token);
    }

    @Override
    public void close() {
        webHooks.close();
        queues.close();
    }
}
