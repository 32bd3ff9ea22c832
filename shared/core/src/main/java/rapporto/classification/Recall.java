// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.util.Optional;
import java.util.function.Supplier;
import rapporto.history.History;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Interaction;
import rapporto.reading.Item;
import rapporto.settings.Settings;

/**
 * Makes of a stored interaction the item that a reader was once given: with its team and language as far as the
 * settings tell them, and what opened its thread.
 *
 * @param settings those that hold at the time of the call
 */
public record Recall(History history, Supplier<Settings> settings) {
    /**
     * The item.
     *
     * @throws rapporto.outage.StoreUnavailable when the store did not answer; calling again is safe
     */
    public Item item(Interaction interaction) {
        var from = Provenance.of(interaction.key(), settings.get());
        var answers = new Openers(history)
                .of(interaction)
                .map(opener -> new Item.Answered(opener.intent(), opener.urgency(), Openers.own(opener, interaction)));
        return new Item(
                interaction.words(),
                Optional.of(interaction.key().channel()),
                from.team(),
                interaction.language().or(from::language),
                answers);
    }

    /** The team of an item, where the settings leave no doubt. */
    public Optional<String> team(ContentKey key) {
        return Provenance.of(key, settings.get()).team();
    }
}
