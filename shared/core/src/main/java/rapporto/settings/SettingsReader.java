// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import rapporto.channel.Door;
import rapporto.interaction.SourceId;
import rapporto.policy.Condition;
import rapporto.policy.Policy;
import rapporto.policy.Rule;
import rapporto.policy.Severity;
import rapporto.reading.Intent;

/** Reads the parts of a settings document in the order in which they refer to each other. */
final class SettingsReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final String ID_WANTED = "lower-case letters, digits and hyphens";
    private static final String DURATION_WANTED = "an ISO-8601 duration such as PT4H";

    private final Set<String> channels;

    SettingsReader(Set<String> channels) {
        this.channels = channels;
    }

    /** The settings; meaningless when there were faults. */
    Settings read(YamlField root) {
        root.keys("schema", "communities", "teams", "sources", "policy");
        root.required("schema").ifPresent(schema -> schema.oneOf(Set.of("1")));
        var communities = list(root, "communities", SettingsReader::community, Community::id);
        var teams = list(root, "teams", SettingsReader::team, Team::id);
        var communityIds = root.textsOf("communities", "id");
        var teamIds = root.textsOf("teams", "id");
        var sources = list(root, "sources", field -> source(field, communityIds, teamIds), source -> source.id()
                .toString());
        var rules = list(root, "policy", field -> rule(field, teamIds), Rule::id);
        return new Settings(communities, teams, sources, new Policy(rules));
    }

    private static <T> List<T> list(
            YamlField root, String name, Function<YamlField, Optional<T>> read, Function<T, String> id) {
        var all = new ArrayList<T>();
        var seen = new HashSet<String>();
        for (var field : root.required(name).map(YamlField::elements).orElse(List.of())) {
            read.apply(field).ifPresent(entry -> {
                if (!seen.add(id.apply(entry))) {
                    field.fault("is a second \"%s\", wanted each once".formatted(id.apply(entry)));
                }
                all.add(entry);
            });
        }
        return all;
    }

    private static Optional<Community> community(YamlField field) {
        field.keys("id", "name", "kind");
        var id = id(field, "id");
        var name = text(field, "name");
        var kind = field.required("kind").flatMap(SettingsReader::kind);
        return id.flatMap(i -> name.flatMap(n -> kind.map(k -> new Community(i, n, k))));
    }

    private static Optional<Team> team(YamlField field) {
        field.keys("id", "name");
        var id = id(field, "id");
        var name = text(field, "name");
        return id.flatMap(i -> name.map(n -> new Team(i, n)));
    }

    private Optional<SourceSettings> source(YamlField field, Set<String> communities, Set<String> teams) {
        field.keys("id", "community", "language", "team", "own", "maxBodyBytes", "retention");
        var id = field.required("id").flatMap(this::sourceId);
        var community = field.required("community").flatMap(value -> value.oneOf(communities));
        var team = field.required("team").flatMap(value -> value.oneOf(teams));
        var language = field.optional("language")
                .flatMap(value -> value.value("an ISO 639-1 code such as it", text -> matching(LANGUAGE, text)));
        var own = new HashSet<String>();
        field.optional("own").map(YamlField::elements).orElse(List.of()).forEach(account -> account.value(
                        "an account's id or handle", SettingsReader::filled)
                .ifPresent(own::add));
        int maxBodyBytes =
                field.optional("maxBodyBytes").flatMap(SettingsReader::bytes).orElse(Door.DEFAULT_MAX_BODY_BYTES);
        var retention = field.optional("retention").flatMap(SettingsReader::duration);
        return id.flatMap(i -> community.flatMap(
                c -> team.map(t -> new SourceSettings(i, c, language, t, own, maxBodyBytes, retention))));
    }

    private Optional<SourceId> sourceId(YamlField field) {
        var wanted = "channel/name with a channel of " + String.join(", ", new TreeSet<>(channels));
        return field.value(wanted, text -> {
            var id = SourceId.parse(text);
            if (!channels.contains(id.channel())) {
                throw new IllegalArgumentException(text);
            }
            return id;
        });
    }

    private static Optional<Rule> rule(YamlField field, Set<String> teams) {
        field.keys("rule", "title", "when", "team", "severity", "answerWithin");
        var id = id(field, "rule");
        var title = text(field, "title");
        var when = field.required("when").flatMap(SettingsReader::condition);
        var team = field.optional("team").flatMap(value -> value.oneOf(teams));
        var severity =
                field.required("severity").flatMap(value -> value.value("one of P1, P2, P3, P4", Severity::valueOf));
        var answerWithin = field.required("answerWithin").flatMap(SettingsReader::duration);
        return id.flatMap(i -> title.flatMap(
                t -> when.flatMap(w -> severity.flatMap(s -> answerWithin.map(a -> new Rule(i, t, w, team, s, a))))));
    }

    private static Optional<Condition> condition(YamlField field) {
        field.keys("intent", "urgency", "unanswered");
        var conditions = new ArrayList<Condition>();
        field.optional("intent")
                .flatMap(SettingsReader::intent)
                .map(Condition.IntentIs::new)
                .ifPresent(conditions::add);
        field.optional("urgency")
                .flatMap(SettingsReader::urgency)
                .map(Condition.UrgencyAtLeast::new)
                .ifPresent(conditions::add);
        field.optional("unanswered")
                .flatMap(SettingsReader::duration)
                .map(Condition.Unanswered::new)
                .ifPresent(conditions::add);
        if (conditions.size() > 1) {
            field.fault("has %d conditions, wanted exactly one".formatted(conditions.size()));
        } else if (List.of("intent", "urgency", "unanswered").stream()
                .noneMatch(name -> field.optional(name).isPresent())) {
            field.fault("has no condition, wanted one of intent, urgency, unanswered");
        }
        return conditions.stream().findFirst();
    }

    private static Optional<StakeholderKind> kind(YamlField field) {
        var words = List.of(StakeholderKind.values()).stream()
                .map(StakeholderKind::word)
                .toList();
        return field.value("one of " + String.join(", ", words), text -> named(text, StakeholderKind.class));
    }

    private static Optional<Intent> intent(YamlField field) {
        var words = List.of(Intent.values()).stream().map(Intent::word).toList();
        return field.value("one of " + String.join(", ", words), text -> named(text, Intent.class));
    }

    private static Optional<Integer> urgency(YamlField field) {
        return field.oneOf(Set.of("1", "2", "3")).map(Integer::parseInt);
    }

    private static Optional<Integer> bytes(YamlField field) {
        int most = Door.DEFAULT_MAX_BODY_BYTES * 6;
        return field.value("1024 to %d bytes".formatted(most), text -> {
            int bytes = Integer.parseInt(text);
            if (bytes < 1024 || bytes > most) {
                throw new IllegalArgumentException(text);
            }
            return bytes;
        });
    }

    private static Optional<Duration> duration(YamlField field) {
        return field.value(DURATION_WANTED, text -> {
            var duration = Duration.parse(text);
            if (!duration.isPositive()) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        });
    }

    private static Optional<String> id(YamlField field, String name) {
        return field.required(name).flatMap(value -> value.value(ID_WANTED, text -> matching(ID, text)));
    }

    private static Optional<String> text(YamlField field, String name) {
        return field.required(name).flatMap(value -> value.value("text", SettingsReader::filled));
    }

    private static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text.strip();
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static <E extends Enum<E>> E named(String word, Class<E> type) {
        if (!word.equals(word.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(word);
        }
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
