// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Label;
import rapporto.reading.Reader;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** The baseline that takes everything for what is commonest in the corpus. */
final class Chatter implements Reader {
    @Override
    public Reading read(Item item) {
        return new Reading(
                0,
                Label.byRule(item.usualLanguage().orElse("und"), 0, List.of()),
                Label.byRule(Sentiment.NEUTRAL, 0, List.of()),
                List.of(Label.byRule(Intent.CHAT, 0, List.of())),
                Label.byRule(0, 0, List.of()),
                Label.byRule(Toxicity.CLEAN, 0, List.of()));
    }
}
