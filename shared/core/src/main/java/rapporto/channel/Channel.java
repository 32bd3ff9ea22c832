// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import rapporto.delivery.Delivery;
import rapporto.delivery.Request;

/**
 * A kind of place where communities talk. Every implementation is pure and immutable, and passes
 * {@code ChannelContract}.
 */
public interface Channel {
    /** One lower-case word, the same in the URL, the package and {@code events/}. */
    String id();

    /** Names, in lower case, of the headers that travel with the body to {@link #normalise}. */
    Set<String> headers();

    /** HTTP methods that the channel uses, in upper case. */
    Set<String> methods();

    /** Checks the signature over the raw bytes, in constant time, against every active secret of the door. */
    Verdict verify(Request request, Door door, Instant now);

    /** Tells a handshake from a delivery; called only for genuine requests. Any bytes may come: never throws. */
    Receipt receive(Request genuine);

    /** Says what a delivery means. Any bytes may come: never throws. */
    Normalised normalise(Delivery delivery);

    /**
     * The headers with which the channel itself would sign {@code body}: for samples, tests and the command line.
     *
     * @param id the channel's own delivery id, where it has one that is signed or sent in a header
     */
    Map<String, String> sign(byte[] body, Secret secret, Instant now, String id);

    /** Whether {@code secret} has the form that the channel can verify anything with. */
    boolean canUse(Secret secret);

    /** A new secret in the form that the channel issues, from {@code bytes} that the caller drew at random. */
    Secret issue(byte[] bytes);
}
