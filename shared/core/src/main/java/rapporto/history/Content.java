// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Words;
import rapporto.reading.Reading;

/**
 * What an item says in one of its states.
 *
 * @param interaction the state; its words are {@link Words#NONE} once the item is deleted
 * @param reading empty once the item is deleted
 * @param digest of what the state says, kept when the words are dropped: it decides between states of equal version
 */
public record Content(Interaction interaction, Optional<Reading> reading, String digest) {
    private static final int DIGEST_BYTES = 8;

    /** Smaller is earlier; of equal times the channel's own is better than that of an arrival. */
    private static final Comparator<Interaction> FIRST =
            Comparator.comparing(Interaction::at).thenComparing(Interaction::atArrival);

    /** Greater is later. */
    private static final Comparator<Content> ORDER = Comparator.comparingLong(
                    (Content content) -> content.interaction().version())
            .thenComparing(content -> content.interaction().change())
            .thenComparing(Content::digest)
            .thenComparing(content -> content.reading().map(Reading::version).orElse(Integer.MAX_VALUE));

    /** A creation whose time is only that of its arrival gets version 0, so that a re-sent one is no newer. */
    static Content of(Understood state) {
        var i = state.interaction();
        boolean timeless = i.atArrival() && i.change() != Change.EDITED;
        return new Content(
                timeless ? with(i, 0, i.at(), i.atArrival(), i.words()) : i, Optional.of(state.reading()), digest(i));
    }

    /** The later of two states, at the earlier of their times: an item happened when it was first seen. */
    Content laterOf(Content other) {
        var later = ORDER.compare(this, other) >= 0 ? this : other;
        var first = FIRST.compare(interaction, other.interaction) <= 0 ? interaction : other.interaction;
        var i = later.interaction;
        return new Content(with(i, i.version(), first.at(), first.atArrival(), i.words()), later.reading, later.digest);
    }

    /** Whether both are the same state, whenever first seen and whatever was read of it. */
    boolean isSameState(Content other) {
        return interaction.version() == other.interaction.version()
                && interaction.change() == other.interaction.change()
                && digest.equals(other.digest);
    }

    /** The same state with another reading. */
    Content readAs(Reading other) {
        return new Content(interaction, Optional.of(other), digest);
    }

    /** The same state without words: who, when and where stay. */
    Content withoutWords() {
        var i = interaction;
        return new Content(with(i, i.version(), i.at(), i.atArrival(), Words.NONE), Optional.empty(), digest);
    }

    private static Interaction with(Interaction i, long version, Instant at, boolean atArrival, Words words) {
        return new Interaction(
                i.key(),
                version,
                i.change(),
                i.kind(),
                i.origin(),
                i.from(),
                i.thread(),
                at,
                atArrival,
                words,
                i.link(),
                i.language());
    }

    private static String digest(Interaction i) {
        var said = String.join(
                "\u0000",
                i.kind().name(),
                i.origin().name(),
                i.from().map(Author::toString).orElse(""),
                i.thread().map(Object::toString).orElse(""),
                i.words().title(),
                i.words().text(),
                i.link().map(Object::toString).orElse(""),
                i.language().orElse(""),
                i.atArrival() ? "" : i.at().toString());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
