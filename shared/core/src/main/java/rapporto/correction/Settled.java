// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapporto.interaction.ContentKey;

/**
 * Which corrections hold: of those of one item and head the latest of the most senior role.
 *
 * @param holding one for each item and head, the weightiest first
 * @param overruled those that say something else than the one that holds
 */
public record Settled(List<Correction> holding, List<Overruled> overruled) {
    private static final Comparator<Correction> WEIGHT = Comparator.comparing(Correction::role)
            .thenComparing(Correction::at)
            .thenComparing(correction -> correction.judgement().value())
            .thenComparing(Correction::by);

    private static final Comparator<Correction> WEIGHTIEST_FIRST = WEIGHT.reversed()
            .thenComparing(correction -> correction.item().toString())
            .thenComparing(correction -> correction.judgement().head());

    /** Copies the lists. */
    public Settled {
        holding = List.copyOf(holding);
        overruled = List.copyOf(overruled);
    }

    /**
     * A correction that does not hold.
     *
     * @param by the one that holds instead
     */
    public record Overruled(Correction correction, Correction by) {}

    private record Question(ContentKey item, String head) {
        static Question of(Correction correction) {
            return new Question(correction.item(), correction.judgement().head());
        }
    }

    /** Settles corrections of one team, whatever their order. */
    public static Settled of(List<Correction> corrections) {
        var holding = new HashMap<Question, Correction>();
        for (var correction : corrections) {
            holding.merge(Question.of(correction), correction, (one, two) -> WEIGHT.compare(one, two) >= 0 ? one : two);
        }
        var overruled = new ArrayList<Overruled>();
        for (var correction : corrections) {
            overruled(correction, holding).ifPresent(overruled::add);
        }
        return new Settled(holding.values().stream().sorted(WEIGHTIEST_FIRST).toList(), overruled);
    }

    private static Optional<Overruled> overruled(Correction correction, Map<Question, Correction> holding) {
        return Optional.ofNullable(holding.get(Question.of(correction)))
                .filter(holds -> !holds.judgement().equals(correction.judgement()))
                .map(holds -> new Overruled(correction, holds));
    }

    /** What was overruled of one item. */
    public List<Overruled> overruled(ContentKey item) {
        return overruled.stream()
                .filter(one -> one.correction().item().equals(item))
                .toList();
    }
}
