// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;

/** What every {@link Outbox} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OutboxContract {
    private static final String GROUP = "slack/demo";

    /** A queue with nothing in it. */
    protected abstract Outbox emptyOutbox();

    /** What a consumer of that queue is given, in any order; waits until {@code count} are there. */
    protected abstract List<Message> received(int count);

    @Test
    void given_a_message_when_sent_then_a_consumer_gets_it_as_it_was() {
        var message = new Message(
                GROUP, "{\"v\":1,\"text\":\"è già ora – 👋\"}", Map.of("reason", "slack: event.ts is missing"));

        emptyOutbox().send(message);

        assertThat(received(1)).containsExactly(message);
    }

    @Test
    void given_the_same_message_when_sent_twice_then_both_come() {
        var outbox = emptyOutbox();
        var message = Message.of(GROUP, "twice");

        outbox.send(message);
        outbox.send(message);

        assertThat(received(2)).containsExactly(message, message);
    }

    @Test
    void given_a_message_of_almost_a_mebibyte_when_sent_then_it_comes_whole() {
        var message = Message.of(GROUP, "x".repeat(Message.MAX_BYTES - 1024));

        emptyOutbox().send(message);

        assertThat(received(1)).containsExactly(message);
    }
}
