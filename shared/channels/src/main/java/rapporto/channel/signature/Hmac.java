// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import rapporto.channel.Door;
import rapporto.channel.Secret;

/** HMAC-SHA256 over the concatenation of byte strings. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** The 32 bytes that {@code key} gives for {@code parts}. */
    public static byte[] sha256(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The same as lower-case hexadecimal digits, with the text of {@code secret} as key. */
    public static String hex(Secret secret, byte[]... parts) {
        return HexFormat.of().formatHex(sha256(key(secret), parts));
    }

    /**
     * Whether any secret of the door gives {@code hex} for {@code parts}. Every secret is tried and compared in
     * constant time, whatever the others say; anything but 64 hexadecimal digits is false.
     */
    public static boolean signedInHex(Door door, String hex, byte[]... parts) {
        var given = decode(hex, HexFormat.of()::parseHex);
        return any(door.secrets(), given, secret -> sha256(key(secret), parts));
    }

    /** Whether any of {@code secrets} gives {@code signature}; one that gives none is as good as a wrong one. */
    static boolean any(List<Secret> secrets, byte[] signature, Function<Secret, byte[]> sign) {
        boolean signed = false;
        for (var secret : secrets) {
            var wanted = sign.apply(secret);
            signed |= MessageDigest.isEqual(wanted, signature);
        }
        return signed;
    }

    /** The bytes of {@code text}; none at all when it is not in that encoding. */
    static byte[] decode(String text, Function<String, byte[]> decoder) {
        try {
            return decoder.apply(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Base64 with or without padding. */
    static byte[] base64(String text) {
        return decode(text, Base64.getDecoder()::decode);
    }

    private static byte[] key(Secret secret) {
        return secret.value().getBytes(StandardCharsets.UTF_8);
    }
}
