// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

import java.util.List;
import java.util.Optional;
import rapporto.interaction.Interaction;
import rapporto.interaction.Origin;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.Reading;

/** Rules in order: the first that matches decides. */
public record Policy(List<Rule> rules) {
    /** Copies the rules. */
    public Policy {
        rules = List.copyOf(rules);
    }

    /** What {@code interaction}, read as {@code reading}, calls for. */
    public Decision decide(Interaction interaction, Reading reading) {
        return reasonToRest(interaction)
                .<Decision>map(Decision.Rest::new)
                .or(() -> rules.stream()
                        .flatMap(rule -> match(rule, reading).stream())
                        .findFirst())
                .orElseGet(() -> new Decision.Rest("no rule matched"));
    }

    /** Whether it calls for anything at all: what classify asks before it sends something on. */
    public boolean wantsALook(Interaction interaction, Reading reading) {
        return !(decide(interaction, reading) instanceof Decision.Rest);
    }

    private static Optional<String> reasonToRest(Interaction interaction) {
        if (interaction.origin() != Origin.PERSON) {
            return Optional.of("not by a person outside");
        }
        if (interaction.from().isEmpty()) {
            return Optional.of("author unknown");
        }
        return switch (interaction.change()) {
            case CREATED, EDITED, RESTORED -> Optional.empty();
            case HIDDEN, DELETED -> Optional.of("withdrawn");
        };
    }

    private static Optional<Decision> match(Rule rule, Reading reading) {
        return switch (rule.when()) {
            case Condition.UrgencyAtLeast(int level) ->
                reading.urgency().value() >= level
                        ? Optional.of(new Decision.Raise(
                                rule,
                                evidence(rule, "urgency " + reading.urgency().value(), reading.urgency())))
                        : Optional.empty();
            case Condition.IntentIs(var intent) ->
                reading.intent(intent).map(label -> new Decision.Raise(rule, evidence(rule, intent.word(), label)));
            case Condition.Unanswered(var after) ->
                reading.intent(Intent.QUESTION)
                        .map(label -> new Decision.Watch(rule, after, evidence(rule, "unanswered question", label)));
        };
    }

    private static Evidence evidence(Rule rule, String what, Label<?> label) {
        var words = label.words().isEmpty()
                ? ""
                : " because of "
                        + String.join(
                                ", ",
                                label.words().stream().map("\"%s\""::formatted).toList());
        var explain = "rule \"%s\" matched: %s, %.0f %% sure%s".formatted(rule.id(), what, label.score() * 100, words);
        return new Evidence(label.score(), label.words(), explain);
    }
}
