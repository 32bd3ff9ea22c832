// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.signature;

import java.util.Map;
import rapporto.channel.Door;
import rapporto.channel.Refusal;
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.delivery.Request;

/**
 * HMAC-SHA256 of the bare body in one header, {@code sha256=<hex>}: GitHub's and Discourse's way. No time is signed, so
 * there is no replay window; the permanent content key stops replays.
 *
 * @param header in lower case
 */
public record BodySignature(String channel, String header) {
    private static final String ALGORITHM = "sha256=";

    /** Whether an active secret signs the body. */
    public Verdict verify(Request request, Door door) {
        var signature = request.headers().get(header).orElse("");
        boolean signed = signature.startsWith(ALGORITHM)
                && Hmac.signedInHex(door, signature.substring(ALGORITHM.length()), request.body());
        return signed ? new Verdict.Genuine() : new Verdict.Forged(new Refusal.BadSignature(channel, header));
    }

    /** The header for {@code body}. */
    public Map<String, String> sign(byte[] body, Secret secret) {
        return Map.of(header, ALGORITHM + Hmac.hex(secret, body));
    }
}
