// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import rapporto.interaction.Author;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.ThreadKey;
import rapporto.reading.Intent;
import rapporto.reading.Reading;

/**
 * One line of a timeline or a thread.
 *
 * @param excerpt at most {@link #EXCERPT_CHARACTERS} of its words on one line
 * @param intent the primary one
 * @param urgency 0 to 3
 */
public record Entry(
        ContentKey key,
        Instant at,
        Kind kind,
        Origin origin,
        Optional<Author> from,
        Optional<ThreadKey> thread,
        String excerpt,
        Optional<URI> link,
        Intent intent,
        int urgency) {
    /** Longest excerpt that is shown anywhere. */
    public static final int EXCERPT_CHARACTERS = 280;

    /** The line that a state with this reading makes. */
    public static Entry of(Interaction interaction, Reading reading) {
        return new Entry(
                interaction.key(),
                interaction.at(),
                interaction.kind(),
                interaction.origin(),
                interaction.from(),
                interaction.thread(),
                interaction.words().excerpt(EXCERPT_CHARACTERS),
                interaction.link(),
                reading.primary().value(),
                reading.urgency().value());
    }

    /** Hides the excerpt: a person's words never reach a log. */
    @Override
    public String toString() {
        return "Entry[%s, %s]".formatted(key, at);
    }
}
