// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rapporto.interaction.ContentKey;
import rapporto.interaction.SourceId;
import rapporto.settings.Settings;
import rapporto.settings.SourceSettings;

/**
 * What the settings tell of where a stored item came from. Items do not keep their source: it is the one that its
 * account names (what {@code standard} does by default), else the only one of its channel. Where several might be, only
 * what they agree on is known.
 *
 * @param source if it is certain
 */
record Provenance(Optional<SourceId> source, Optional<String> team, Optional<String> language) {
    static Provenance of(ContentKey key, Settings settings) {
        var all = settings.sources().stream()
                .filter(source -> source.id().channel().equals(key.channel()))
                .toList();
        var named = all.stream()
                .filter(source -> source.id().source().equals(key.account()))
                .toList();
        var possible = named.isEmpty() ? all : named;
        return new Provenance(
                agreed(possible, source -> Optional.of(source.id())),
                agreed(possible, source -> Optional.of(source.team())),
                agreed(possible, SourceSettings::language));
    }

    private static <T> Optional<T> agreed(List<SourceSettings> sources, Function<SourceSettings, Optional<T>> what) {
        var answers = sources.stream().map(what).distinct().toList();
        return answers.size() == 1 ? answers.getFirst() : Optional.empty();
    }
}
