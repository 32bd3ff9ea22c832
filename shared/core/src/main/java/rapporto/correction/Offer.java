// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.Comparator;
import rapporto.history.Content;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Words;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;

/** An item whose reading is doubtful, for somebody to label. */
public record Offer(ContentKey item, Words words, Reading reading) {
    /** A primary intent that is no surer than this is doubtful. */
    private static final double DOUBTFUL = 0.5;

    static final Comparator<Offer> LEAST_SURE_FIRST = Comparator.comparingDouble(Offer::score)
            .thenComparing(offer -> offer.item().toString());

    static Offer of(Content content) {
        var interaction = content.interaction();
        return new Offer(
                interaction.key(), interaction.words(), content.reading().orElseThrow());
    }

    /** Whether the head of sentiment or that of the primary intent is unsure. */
    boolean isDoubtful() {
        return hasUncertainSentiment() || reading.primary().score() < DOUBTFUL;
    }

    /** How sure the less sure of the two is, 0 to 1. */
    public double score() {
        double primary = reading.primary().score();
        return hasUncertainSentiment() ? Math.min(primary, reading.sentiment().score()) : primary;
    }

    private boolean hasUncertainSentiment() {
        return reading.sentiment().value() == Sentiment.UNCERTAIN;
    }
}
