// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import rapporto.json.Json;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Toxicity;
import rapporto.reading.trained.Explained;
import rapporto.reading.trained.Explained.Part;
import rapporto.reading.trained.Explained.Reason;
import rapporto.reading.trained.TrainedReader;

/** A reading on the terminal, with the words that decided and what each of them counted. */
record Explanation(Explained explained) {
    private static final int MOST_PARTS = 5;
    private static final double LEAST_SHOWN = 0.05;

    void print(Form form) {
        switch (form) {
            case TEXT -> text();
            case JSON -> System.out.println(Json.write(json()));
        }
    }

    private void text() {
        var reading = explained.reading();
        line(
                "language",
                word(reading.language()),
                reading.language(),
                words(reading.language().words()));
        line("sentiment", word(reading.sentiment()), reading.sentiment(), sentiment());
        var head = "intents";
        for (var intent : reading.intents()) {
            line(head, intent.value().word(), intent, intent(intent.value().word()));
            head = "";
        }
        line("urgency", word(reading.urgency()), reading.urgency(), "");
        for (var step : explained.of(TrainedReader.URGENCY)) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s  %-10s  %.2f          %s%n",
                    "",
                    step.output() + (step.output().equals("3") ? "" : "+"),
                    step.probability(),
                    parts(step));
        }
        line("toxicity", word(reading.toxicity()), reading.toxicity(), toxicity());
    }

    private static void line(String head, String value, Label<?> label, String why) {
        var line = String.format(
                Locale.ROOT,
                "%-10s  %-10s  %.2f  %-6s  %s",
                head,
                value,
                label.score(),
                label.source().name().toLowerCase(Locale.ROOT),
                label.score() == 1 && label.source() == LabelSource.TEAM ? "" : why);
        System.out.println(line.stripTrailing());
    }

    /** What speaks for an uncertain sentiment is told with the likeliest one. */
    private String sentiment() {
        return explained.of(TrainedReader.SENTIMENT).stream()
                .map(reason -> word(explained.reading().sentiment()).equals(reason.output())
                        ? parts(reason)
                        : "perhaps %s: %s".formatted(reason.output(), parts(reason)))
                .findFirst()
                .orElse("");
    }

    private String intent(String word) {
        return reason(word).map(Explanation::parts).orElse("");
    }

    private Optional<Reason> reason(String intent) {
        return explained.reasons().stream()
                .filter(reason -> reason.head().equals(TrainedReader.PRIMARY)
                        || reason.head().equals(TrainedReader.INTENTS))
                .filter(reason -> reason.output().equals(intent))
                .findFirst();
    }

    /** What speaks against a clean text being toxic is of no use to anybody. */
    private String toxicity() {
        return explained.of(TrainedReader.TOXICITY).stream()
                .filter(_ -> explained.reading().toxicity().value() == Toxicity.TOXIC)
                .findFirst()
                .map(Explanation::parts)
                .orElse("");
    }

    private static String parts(Reason reason) {
        return reason.parts().stream()
                .filter(part -> Math.abs(part.logit()) >= LEAST_SHOWN)
                .limit(MOST_PARTS)
                .map(Explanation::part)
                .collect(Collectors.joining("  "));
    }

    private static String part(Part part) {
        var word = part.word().isEmpty() ? "(form)" : part.word();
        return String.format(Locale.ROOT, "%s %+.1f", word, part.logit());
    }

    private static String words(List<String> words) {
        return String.join("  ", words);
    }

    private ObjectNode json() {
        var reading = explained.reading();
        var answer = Json.object().put("schema", 1).put("version", reading.version());
        answer.set("language", label(reading.language()));
        answer.set("sentiment", label(reading.sentiment()));
        var intents = answer.putArray("intents");
        reading.intents().forEach(intent -> intents.add(label(intent)));
        answer.set("urgency", label(reading.urgency()));
        answer.set("toxicity", label(reading.toxicity()));
        var reasons = answer.putArray("reasons");
        explained.reasons().forEach(reason -> reasons.add(reason(reason)));
        return answer;
    }

    private static ObjectNode label(Label<?> label) {
        var node = Json.object()
                .put("value", word(label))
                .put("score", label.score())
                .put("source", label.source().name().toLowerCase(Locale.ROOT));
        label.words().forEach(node.putArray("words")::add);
        return node;
    }

    private static ObjectNode reason(Reason reason) {
        var node = Json.object()
                .put("head", reason.head())
                .put("output", reason.output())
                .put("probability", reason.probability())
                .put("logit", reason.logit())
                .put("bias", reason.bias());
        var parts = node.putArray("parts");
        reason.parts()
                .forEach(part -> parts.addObject().put("word", part.word()).put("logit", part.logit()));
        return node;
    }

    private static String word(Label<?> label) {
        return label.value().toString().toLowerCase(Locale.ROOT);
    }
}
