// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.List;
import java.util.Optional;
import rapporto.correction.Judgement;

/**
 * What a team said of a text, or of one that it is a duplicate of.
 *
 * @param judgements one a head at most
 */
public record Told(List<Judgement> judgements) {
    /** Of a text that the team said nothing of. */
    public static final Told NOTHING = new Told(List.of());

    /** Copies the list. */
    public Told {
        judgements = List.copyOf(judgements);
    }

    /** What was said under one head. */
    public <J extends Judgement> Optional<J> of(Class<J> head) {
        return judgements.stream().filter(head::isInstance).map(head::cast).findFirst();
    }
}
