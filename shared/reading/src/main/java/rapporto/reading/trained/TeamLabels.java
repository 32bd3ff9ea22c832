// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.List;
import rapporto.correction.Judgement;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.team.Told;

/** Says of each label whether the model or the team gave it. */
final class TeamLabels {
    private TeamLabels() {}

    /**
     * The reading as the team has it.
     *
     * @param base what the model alone reads
     * @param changed what it reads with the team's layer
     * @param told what the team said of this very text or a duplicate
     */
    static Reading of(Reading base, Reading changed, Told told) {
        return new Reading(
                base.version(),
                changed.language(),
                told.of(Judgement.Feeling.class)
                        .map(judgement -> told(judgement.sentiment()))
                        .orElseGet(() -> either(base.sentiment(), changed.sentiment())),
                told.of(Judgement.Intents.class)
                        .map(judgement -> judgement.intents().stream()
                                .map(TeamLabels::told)
                                .toList())
                        .orElseGet(() -> intents(base, changed)),
                told.of(Judgement.Urgency.class)
                        .map(judgement -> told(judgement.level()))
                        .orElseGet(() -> either(base.urgency(), changed.urgency())),
                told.of(Judgement.Insult.class)
                        .map(judgement -> told(judgement.toxicity()))
                        .orElseGet(() -> either(base.toxicity(), changed.toxicity())));
    }

    /** A label that a person gave to this very text or a duplicate: certain, and no word decided. */
    static <T> Label<T> told(T value) {
        return new Label<>(value, 1, LabelSource.TEAM, List.of());
    }

    private static <T> Label<T> either(Label<T> base, Label<T> changed) {
        return base.value().equals(changed.value()) ? changed : byTeam(changed);
    }

    /** Where the primary intent changed, the layer decided it, even if the model held it for a lesser one. */
    private static List<Label<Intent>> intents(Reading base, Reading changed) {
        boolean first = base.primary().value() == changed.primary().value();
        return changed.intents().stream()
                .map(label -> base.intent(label.value()).isPresent()
                                && (first || label.value() != changed.primary().value())
                        ? label
                        : byTeam(label))
                .toList();
    }

    private static <T> Label<T> byTeam(Label<T> label) {
        return new Label<>(label.value(), label.score(), LabelSource.TEAM, label.words());
    }
}
