// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;

/** A queue that keeps what it was sent. Thread-safe. */
public final class InMemoryOutbox implements Outbox {
    private final CopyOnWriteArrayList<Message> messages = new CopyOnWriteArrayList<>();

    @Override
    public void send(Message message) {
        messages.add(message);
    }

    /** What was sent, in that order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }
}
