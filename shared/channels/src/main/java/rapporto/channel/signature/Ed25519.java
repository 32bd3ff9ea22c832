// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.signature;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 over the concatenation of byte strings (RFC 8032). */
final class Ed25519 {
    static final int PUBLIC_KEY_BYTES = 32;

    /** What stands before the bytes of a key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** Whether {@code signature} over {@code parts} is by the owner of {@code publicKey}; any malformed one is not. */
    static boolean verifies(byte[] publicKey, byte[] signature, byte[]... parts) {
        if (publicKey.length != PUBLIC_KEY_BYTES) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(publicKey));
            for (var part : parts) {
                verifier.update(part);
            }
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey key(byte[] publicKey) throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(KEY_INFO);
        encoded.writeBytes(publicKey);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}
