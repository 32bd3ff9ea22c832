// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.List;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Scores;

/**
 * A text as a model reads it, and what it should have read.
 *
 * @param scores of the model alone
 */
public record Example(Scores scores, List<Target> targets) {
    /** Copies the list. */
    public Example {
        targets = List.copyOf(targets);
    }

    /**
     * The right answer of one head.
     *
     * @param holds bit {@code i} is set when output {@code i} holds
     */
    public record Target(Head head, long holds) {
        /** 1 when {@code output} holds, else 0. */
        int wanted(int output) {
            return (int) ((holds >>> output) & 1);
        }
    }
}
