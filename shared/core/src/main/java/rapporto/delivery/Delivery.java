// SPDX-License-Identifier: Apache-2.0
package rapporto.delivery;

import java.time.Instant;
import rapporto.interaction.SourceId;

/**
 * A verified request on its way to be understood.
 *
 * @param id ours, new for each accepted request: {@code dl_4f0c...}
 * @param headers only those that the channel asked for
 * @param body the raw bytes as received
 * @param receivedAt arrival time
 */
@SuppressWarnings("ArrayRecordComponent") // Raw bytes; never compared as a value.
public record Delivery(String id, SourceId source, Headers headers, byte[] body, Instant receivedAt) {
    @Override
    public String toString() {
        return "Delivery[%s, %s, %d bytes]".formatted(id, source, body.length);
    }
}
