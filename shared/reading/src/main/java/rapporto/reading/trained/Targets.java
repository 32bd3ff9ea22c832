// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.List;
import rapporto.correction.Judgement;
import rapporto.reading.Intent;
import rapporto.reading.Toxicity;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Model;
import rapporto.reading.team.Example.Target;

/** What a judgement asks of the heads of a model. */
final class Targets {
    private Targets() {}

    /** Nothing for a language, which no head reads. */
    static List<Target> of(Judgement judgement, Model model) {
        return switch (judgement) {
            case Judgement.Language _ -> List.of();
            case Judgement.Feeling _ -> {
                var head = model.head(TrainedReader.SENTIMENT);
                yield List.of(new Target(head, bit(head, judgement.value())));
            }
            case Judgement.Intents(var intents) -> {
                var primary = model.head(TrainedReader.PRIMARY);
                var all = model.head(TrainedReader.INTENTS);
                yield List.of(
                        new Target(primary, bit(primary, intents.getFirst().word())),
                        new Target(
                                all,
                                intents.stream()
                                        .map(Intent::word)
                                        .mapToLong(word -> bit(all, word))
                                        .sum()));
            }
            case Judgement.Urgency(int level) ->
                List.of(new Target(model.head(TrainedReader.URGENCY), (1L << level) - 1));
            case Judgement.Insult(var toxicity) ->
                List.of(new Target(model.head(TrainedReader.TOXICITY), toxicity == Toxicity.TOXIC ? 1 : 0));
        };
    }

    private static long bit(Head head, String output) {
        return 1L << head.output(output);
    }
}
