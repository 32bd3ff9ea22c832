// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

/** What to do with a genuine request. */
public sealed interface Receipt {
    /** A handshake: answer it, nothing else. */
    record Handshake(Answer answer) implements Receipt {}

    /** A delivery: put it on the queue, and give this answer once the queue has it. */
    record Accept(Answer answer) implements Receipt {}
}
