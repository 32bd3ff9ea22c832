// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import java.util.List;
import rapporto.interaction.Interaction;

/** What a delivery means. */
public sealed interface Normalised {
    /** At least one interaction, in the delivery's order. */
    record Interactions(List<Interaction> all) implements Normalised {
        /** Refuses an empty list: nothing to say has a reason. */
        public Interactions {
            all = List.copyOf(all);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("no interactions, wanted a reason to ignore the delivery");
            }
        }

        /** A delivery of one interaction. */
        public static Interactions of(Interaction one) {
            return new Interactions(List.of(one));
        }
    }

    /**
     * Housekeeping: rightly sent, of no interest.
     *
     * @param reason a fixed short phrase that can be counted: {@code ping}, {@code subtype channel_topic}
     */
    record Ignored(String reason) implements Normalised {}

    /** It cannot be understood: a dead letter with this reason. */
    record Refused(Refusal refusal) implements Normalised {}
}
