// SPDX-License-Identifier: Apache-2.0
package rapporto.delivery;

import java.util.Map;

/**
 * What a channel sent, before anything is believed of it.
 *
 * @param method in upper case
 * @param query decoded parameters
 * @param body the raw bytes as received
 */
@SuppressWarnings("ArrayRecordComponent") // Raw bytes are what the signature covers; never compared as a value.
public record Request(String method, Map<String, String> query, Headers headers, byte[] body) {
    @Override
    public String toString() {
        return "Request[%s, %d bytes]".formatted(method, body.length);
    }
}
