// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import java.util.List;
import rapporto.memory.InMemoryOutbox;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    protected Outbox emptyOutbox() {
        return outbox;
    }

    @Override
    protected List<Message> received(int count) {
        return outbox.messages();
    }
}
