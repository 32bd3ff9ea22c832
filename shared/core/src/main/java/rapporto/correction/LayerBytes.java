// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A layer as it is kept. Immutable; what stands in it is known to its maker alone. */
public final class LayerBytes {
    private static final int DIGEST_BYTES = 8;

    private final byte[] bytes;

    private LayerBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Keeps a copy. */
    public static LayerBytes of(byte[] bytes) {
        return new LayerBytes(bytes.clone());
    }

    /** A copy of them. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** How many there are. */
    public int size() {
        return bytes.length;
    }

    /** Tells them apart: the first of their SHA-256 in hexadecimal. */
    public String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "LayerBytes[%d, %s]".formatted(bytes.length, digest());
    }
}
