// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.List;
import java.util.Optional;
import rapporto.interaction.SourceId;
import rapporto.policy.Policy;

/** The organisation: what a valid settings document says. */
public record Settings(List<Community> communities, List<Team> teams, List<SourceSettings> sources, Policy policy) {
    /** Copies the lists. */
    public Settings {
        communities = List.copyOf(communities);
        teams = List.copyOf(teams);
        sources = List.copyOf(sources);
    }

    /** The source {@code id}, if it is registered. */
    public Optional<SourceSettings> source(SourceId id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }
}
