// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.Scores;
import rapporto.reading.linear.Scores.Share;
import rapporto.reading.trained.Explained.Part;
import rapporto.reading.trained.Explained.Reason;

/** Finds what made a reading. */
record Reasons(Model model, Scores scores) {
    List<Reason> of(Reading reading) {
        var reasons = new ArrayList<Reason>();
        if (reading.sentiment().value() != Sentiment.UNKNOWN) {
            reasons.add(reason(TrainedReader.SENTIMENT, sentiment(reading)));
        }
        for (var label : reading.intents()) {
            boolean first = label.value() == reading.primary().value();
            var head = first ? TrainedReader.PRIMARY : TrainedReader.INTENTS;
            reasons.add(reason(head, label.value().word()));
        }
        model.head(TrainedReader.URGENCY)
                .outputs()
                .forEach(output -> reasons.add(reason(TrainedReader.URGENCY, output.name())));
        if (reading.toxicity().value() != Toxicity.UNKNOWN) {
            reasons.add(reason(
                    TrainedReader.TOXICITY,
                    model.head(TrainedReader.TOXICITY).outputs().getFirst().name()));
        }
        return reasons;
    }

    /** Of an uncertain sentiment the likeliest one is explained. */
    private String sentiment(Reading reading) {
        if (reading.sentiment().value() != Sentiment.UNCERTAIN) {
            return reading.sentiment().value().name().toLowerCase(Locale.ROOT);
        }
        var head = model.head(TrainedReader.SENTIMENT);
        var probabilities = scores.probabilities(head);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return head.outputs().get(best).name();
    }

    private Reason reason(String name, String answer) {
        var head = model.head(name);
        int output = head.output(answer);
        return new Reason(
                name,
                answer,
                scores.probability(head, output),
                scores.logit(head, output),
                scores.bias(head, output),
                parts(head, output));
    }

    private List<Part> parts(Head head, int output) {
        var sums = new LinkedHashMap<String, Double>();
        for (var share : scores.shares(head, output)) {
            var word = share.token() == Share.WHOLE ? "" : scores.tokens().word(share.token());
            sums.merge(word, share.logit(), Double::sum);
        }
        return sums.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Part part) -> Math.abs(part.logit()))
                        .reversed())
                .toList();
    }
}
