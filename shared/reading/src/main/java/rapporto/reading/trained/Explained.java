// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.List;
import rapporto.reading.Reading;

/**
 * A reading with what made it.
 *
 * @param reasons what every head says that the reading tells of, with each step of urgency
 */
public record Explained(Reading reading, List<Reason> reasons) {
    /** Copies the list. */
    public Explained {
        reasons = List.copyOf(reasons);
    }

    /** The reasons of one head, in the order of the reading. */
    public List<Reason> of(String head) {
        return reasons.stream().filter(reason -> reason.head().equals(head)).toList();
    }

    /**
     * Why an output of a head is as likely as it is: bias and parts add up to the logit.
     *
     * @param output {@code negative}; a step of urgency is the level that it reaches
     * @param parts greatest first, whether they speak for it or against it
     */
    public record Reason(String head, String output, double probability, double logit, double bias, List<Part> parts) {
        /** Copies the list. */
        public Reason {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one word adds to a logit.
     *
     * @param word as it stands in the text; empty for the text as a whole
     */
    public record Part(String word, double logit) {}
}
