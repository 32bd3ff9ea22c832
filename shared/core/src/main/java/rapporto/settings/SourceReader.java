// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import rapporto.channel.Door;
import rapporto.interaction.SourceId;

/**
 * Reads one entry of {@code sources}.
 *
 * @param channels that there are
 * @param communities ids that stand in the document
 * @param teams ids that stand in the document
 */
record SourceReader(Set<String> channels, Set<String> communities, Set<String> teams) {
    /** The source, when nothing that it needs is wrong. */
    Optional<SourceSettings> read(YamlField field) {
        field.keys("id", "community", "language", "team", "own", "maxBodyBytes", "retention");
        var id = field.required("id").flatMap(this::id);
        var community = field.required("community").flatMap(value -> value.referenceTo(communities));
        var team = field.required("team").flatMap(value -> value.referenceTo(teams));
        var language = field.optional("language").flatMap(Scalars::language);
        var own = own(field);
        int most = field.optional("maxBodyBytes").flatMap(Scalars::bytes).orElse(Door.DEFAULT_MAX_BODY_BYTES);
        var retention = field.optional("retention").flatMap(Scalars::duration);
        return id.flatMap(i ->
                community.flatMap(c -> team.map(t -> new SourceSettings(i, c, language, t, own, most, retention))));
    }

    private Optional<SourceId> id(YamlField field) {
        return field.value(
                () -> "channel/name with a channel of " + String.join(", ", new TreeSet<>(channels)), text -> {
                    var id = SourceId.parse(text);
                    if (!channels.contains(id.channel())) {
                        throw new IllegalArgumentException("no such channel");
                    }
                    return id;
                });
    }

    private static Set<String> own(YamlField field) {
        return field.optional("own").map(YamlField::elements).orElse(List.of()).stream()
                .flatMap(account -> Scalars.text(account, "an account's id or handle").stream())
                .collect(Collectors.toSet());
    }
}
