// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import rapporto.policy.Policy;

/** Reads the parts of a settings document in the order in which they refer to each other. */
final class SettingsReader {
    private final Set<String> channels;

    SettingsReader(Set<String> channels) {
        this.channels = channels;
    }

    /** The settings; meaningless when there were faults. */
    Settings read(YamlField root) {
        root.keys("schema", "communities", "teams", "sources", "policy");
        root.required("schema").ifPresent(schema -> schema.oneOf(Set.of("1")));
        var teamIds = root.textsOf("teams", "id");
        var source = new SourceReader(channels, root.textsOf("communities", "id"), teamIds);
        var rule = new RuleReader(teamIds);
        return new Settings(
                list(root, "communities", "id", SettingsReader::community),
                list(root, "teams", "id", SettingsReader::team),
                list(root, "sources", "id", source::read),
                new Policy(list(root, "policy", "rule", rule::read)));
    }

    private static <T> List<T> list(YamlField root, String name, String id, Function<YamlField, Optional<T>> read) {
        var all = new ArrayList<T>();
        var seen = new HashSet<String>();
        for (var field : root.required(name).map(YamlField::elements).orElse(List.of())) {
            read.apply(field).ifPresent(all::add);
            field.optional(id)
                    .flatMap(YamlField::text)
                    .filter(text -> !seen.add(text))
                    .ifPresent(text ->
                            field.fault(() -> "is a second \"%s\", wanted each once".formatted(Fault.shown(text))));
        }
        return all;
    }

    private static Optional<Community> community(YamlField field) {
        field.keys("id", "name", "kind");
        var id = field.required("id").flatMap(Scalars::id);
        var name = field.required("name").flatMap(value -> Scalars.text(value, "text"));
        var kind = field.required("kind")
                .flatMap(value -> Scalars.word(value, StakeholderKind.values(), StakeholderKind::word));
        return id.flatMap(i -> name.flatMap(n -> kind.map(k -> new Community(i, n, k))));
    }

    private static Optional<Team> team(YamlField field) {
        field.keys("id", "name");
        var id = field.required("id").flatMap(Scalars::id);
        var name = field.required("name").flatMap(value -> Scalars.text(value, "text"));
        return id.flatMap(i -> name.map(n -> new Team(i, n)));
    }
}
