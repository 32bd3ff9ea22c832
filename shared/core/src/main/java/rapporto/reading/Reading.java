// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What classification says of an item (label guide).
 *
 * @param version of the reader; a greater one may replace a reading of a smaller one
 * @param language ISO 639-1, or {@code und}
 * @param intents those that hold, in the guide's order; never empty
 * @param urgency 0 nothing waits, 1 days, 2 today, 3 now; its words are its reasons
 */
public record Reading(
        int version,
        Label<String> language,
        Label<Sentiment> sentiment,
        List<Label<Intent>> intents,
        Label<Integer> urgency,
        Label<Toxicity> toxicity) {

    /** Puts the intents in the guide's order. */
    public Reading {
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("no intent, wanted at least chat");
        }
        intents = intents.stream().sorted(Comparator.comparing(Label::value)).toList();
    }

    /** The first intent that holds in the guide's order. */
    public Label<Intent> primary() {
        return intents.getFirst();
    }

    /** What the reading says of {@code intent}, if it holds. */
    public Optional<Label<Intent>> intent(Intent intent) {
        return intents.stream().filter(label -> label.value() == intent).findFirst();
    }
}
