// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

/** A shared secret or public key, as its owner typed it. {@link #toString} hides it. */
public record Secret(String value) {
    /** Refuses an empty secret: it would let everybody in. */
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("secret is empty, wanted the channel's signing secret");
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
