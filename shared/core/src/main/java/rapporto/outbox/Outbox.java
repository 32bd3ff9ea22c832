// SPDX-License-Identifier: Apache-2.0
package rapporto.outbox;

/** A durable queue, seen by those who fill it. Every implementation passes {@code OutboxContract}. */
public interface Outbox {
    /**
     * Returns once the message is durable. It may be delivered more than once, and in any order.
     *
     * @throws rapporto.outage.StoreUnavailable when the queue did not take it; sending again is safe
     */
    void send(Message message);
}
