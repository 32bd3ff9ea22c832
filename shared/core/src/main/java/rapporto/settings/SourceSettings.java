// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import rapporto.interaction.SourceId;

/**
 * One registered connection of a channel.
 *
 * @param community by its id
 * @param language ISO 639-1 that its people usually write
 * @param team by its id: whom its escalations call unless a rule names another
 * @param ownAccounts native ids or handles that are ourselves
 * @param retention how long after it happened an interaction is kept; empty for ever
 */
public record SourceSettings(
        SourceId id,
        String community,
        Optional<String> language,
        String team,
        Set<String> ownAccounts,
        int maxBodyBytes,
        Optional<Duration> retention) {
    /** Copies the own accounts. */
    public SourceSettings {
        ownAccounts = Set.copyOf(ownAccounts);
    }
}
