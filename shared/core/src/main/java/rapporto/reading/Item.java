// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

import java.util.Optional;
import rapporto.interaction.Words;

/**
 * What a reader is given.
 *
 * @param channel its word; empty where there is none, as on a terminal
 * @param team whose corrections count
 * @param usualLanguage ISO 639-1 that the channel declares or the source usually speaks
 * @param answers what it replies to, if anything
 */
public record Item(
        Words words,
        Optional<String> channel,
        Optional<String> team,
        Optional<String> usualLanguage,
        Optional<Answered> answers) {
    /** Words of which nothing else is known. */
    public static Item of(Words words) {
        return new Item(words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same item, written by people who usually speak {@code language}. */
    public Item in(Optional<String> language) {
        return new Item(words, channel, team, language, answers);
    }

    /** The same item as a reply. */
    public Item to(Answered answered) {
        return new Item(words, channel, team, usualLanguage, Optional.of(answered));
    }

    /** The same item, come over {@code word}. */
    public Item over(String word) {
        return new Item(words, Optional.of(word), team, usualLanguage, answers);
    }

    /**
     * What an item replies to.
     *
     * @param intent the primary one
     * @param urgency 0 to 3
     * @param own whether the same person wrote both
     */
    public record Answered(Intent intent, int urgency, boolean own) {}
}
