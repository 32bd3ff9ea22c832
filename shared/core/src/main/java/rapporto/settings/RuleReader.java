// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapporto.policy.Condition;
import rapporto.policy.Rule;
import rapporto.policy.Severity;
import rapporto.reading.Intent;

/**
 * Reads one entry of {@code policy}.
 *
 * @param teams ids that stand in the document
 */
record RuleReader(Set<String> teams) {
    private static final List<String> CONDITIONS = List.of("intent", "urgency", "unanswered");

    /** The rule, when nothing that it needs is wrong. */
    Optional<Rule> read(YamlField field) {
        field.keys("rule", "title", "when", "team", "severity", "answerWithin");
        var id = field.required("rule").flatMap(Scalars::id);
        var title = field.required("title").flatMap(value -> Scalars.text(value, "text"));
        var when = field.required("when").flatMap(RuleReader::condition);
        var team = field.optional("team").flatMap(value -> value.referenceTo(teams));
        var severity =
                field.required("severity").flatMap(value -> Scalars.word(value, Severity.values(), Severity::name));
        var answerWithin = field.required("answerWithin").flatMap(Scalars::duration);
        return id.flatMap(i -> title.flatMap(
                t -> when.flatMap(w -> severity.flatMap(s -> answerWithin.map(a -> new Rule(i, t, w, team, s, a))))));
    }

    private static Optional<Condition> condition(YamlField field) {
        field.keys("intent", "urgency", "unanswered");
        var given = CONDITIONS.stream()
                .filter(name -> field.optional(name).isPresent())
                .toList();
        if (given.size() > 1) {
            field.fault(() -> "has %d conditions, wanted exactly one".formatted(given.size()));
        } else if (given.isEmpty()) {
            field.fault(() -> "has no condition, wanted one of " + String.join(", ", CONDITIONS));
        }
        return intent(field).or(() -> urgency(field)).or(() -> unanswered(field));
    }

    private static Optional<Condition> intent(YamlField field) {
        return field.optional("intent")
                .flatMap(value -> Scalars.word(value, Intent.values(), Intent::word))
                .map(Condition.IntentIs::new);
    }

    private static Optional<Condition> urgency(YamlField field) {
        return field.optional("urgency")
                .flatMap(value -> value.oneOf(Set.of("1", "2", "3")))
                .map(Integer::valueOf)
                .map(Condition.UrgencyAtLeast::new);
    }

    private static Optional<Condition> unanswered(YamlField field) {
        return field.optional("unanswered").flatMap(Scalars::duration).map(Condition.Unanswered::new);
    }
}
