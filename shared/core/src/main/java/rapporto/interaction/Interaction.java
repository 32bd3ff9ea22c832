// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One state of one thing that one person did: its creation, an edit, its deletion. What the states of an item add up
 * to, in whatever order they come, is {@code history.Memory}'s to say.
 *
 * @param key joins all states of the item
 * @param version the sender's own number or edit time (microseconds), else the event's time, else arrival; greater
 *     wins. All states of one item count on the same scale
 * @param from who wrote or did it; empty where the channel does not say, as in most deletions
 * @param thread the conversation; empty for what has none, such as a star
 * @param at when it happened: the item's own time, for every state that knows it
 * @param atArrival whether {@code at} is the arrival time because the channel sends none
 * @param link where a person can look at it
 * @param language ISO 639-1, where the channel declares one
 */
public record Interaction(
        ContentKey key,
        long version,
        Change change,
        Kind kind,
        Origin origin,
        Optional<Author> from,
        Optional<ThreadKey> thread,
        Instant at,
        boolean atArrival,
        Words words,
        Optional<URI> link,
        Optional<String> language) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Keeps microseconds, and refuses a time that sorts wrongly as text. */
    public Interaction {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("time is %s, wanted one of the years 1970 to 9999".formatted(at));
        }
    }

    /** The same interaction, known to be by {@code origin}. */
    public Interaction by(Origin origin) {
        return new Interaction(key, version, change, kind, origin, from, thread, at, atArrival, words, link, language);
    }
}
