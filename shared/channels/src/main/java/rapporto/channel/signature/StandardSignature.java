// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import rapporto.channel.Door;
import rapporto.channel.Secret;

/**
 * The signature scheme of Standard Webhooks 1.0.0 (specification read 2026-11-23): {@code v1} is HMAC-SHA256 with a
 * {@code whsec_} secret, {@code v1a} Ed25519 with a {@code whpk_} public key. Signed is {@code id.timestamp.body}.
 */
public final class StandardSignature {
    private static final String SHARED = "whsec_";
    private static final String PUBLIC = "whpk_";
    private static final int MIN_KEY_BYTES = 24;
    private static final int MAX_KEY_BYTES = 64;

    private StandardSignature() {}

    /** Whether {@code secret} has the form that can ever verify anything. */
    public static boolean isUsable(Secret secret) {
        var text = secret.value();
        if (text.startsWith(PUBLIC)) {
            return publicKey(secret).length == Ed25519.PUBLIC_KEY_BYTES;
        }
        int bytes = text.startsWith(SHARED) ? key(secret).length : 0;
        return bytes >= MIN_KEY_BYTES && bytes <= MAX_KEY_BYTES;
    }

    /**
     * Whether any item of {@code signatures}, a list parted by spaces, is by any secret of the door. Items of unknown
     * versions and items without a comma are passed over.
     */
    public static boolean signed(Door door, String signatures, String id, String timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (var item : signatures.split(" ", -1)) {
            int comma = item.indexOf(',');
            var version = comma < 0 ? "" : item.substring(0, comma);
            var signature = Hmac.base64(item.substring(comma + 1));
            signed |= switch (version) {
                case "v1" -> shared(door, signature, head, body);
                case "v1a" -> byKey(door, signature, head, body);
                default -> false;
            };
        }
        return signed;
    }

    /** The {@code v1} item for a delivery. */
    public static String sign(Secret secret, String id, String timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(Hmac.sha256(key(secret), head, body));
    }

    private static boolean shared(Door door, byte[] signature, byte[] head, byte[] body) {
        var secrets = door.secrets().stream()
                .filter(secret -> secret.value().startsWith(SHARED) && isUsable(secret))
                .toList();
        return Hmac.any(secrets, signature, secret -> Hmac.sha256(key(secret), head, body));
    }

    private static boolean byKey(Door door, byte[] signature, byte[] head, byte[] body) {
        boolean signed = false;
        for (var secret : door.secrets()) {
            signed |= secret.value().startsWith(PUBLIC) && Ed25519.verifies(publicKey(secret), signature, head, body);
        }
        return signed;
    }

    private static byte[] publicKey(Secret secret) {
        return Hmac.base64(secret.value().substring(PUBLIC.length()));
    }

    private static byte[] key(Secret secret) {
        return Hmac.base64(secret.value()
                .substring(Math.min(SHARED.length(), secret.value().length())));
    }
}
