// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rapporto.interaction.Words;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Item.Answered;
import rapporto.reading.Reader;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** Measures a reader on a file in the columns of the corpus, as it would read the items in service. */
final class IntentFile {
    private static final int URGENCIES = 4;
    private static final int SOON = 2;

    private final String name;
    private final List<Corpus.Item> items;
    private final Optional<String> language;

    /** A file named after its language, as {@code it.tsv}, is from people who usually speak it. */
    IntentFile(Path file) {
        this(file.getFileName().toString(), Corpus.read(file));
    }

    /** Items under the name of a file. */
    IntentFile(String name, List<Corpus.Item> items) {
        this.name = name;
        this.items = items;
        this.language =
                Optional.of(name).filter(file -> file.matches("[a-z]{2}\\b.*")).map(file -> file.substring(0, 2));
    }

    /** Reads every item and reports all figures under {@code build}. */
    List<Reading> measure(Reader reader, String build, Report report) {
        var readings = read(reader);
        primary(readings, build, report);
        intents(readings, build, report);
        var gold = items.stream()
                .mapToInt(item -> Corpus.SENTIMENTS.indexOf(item.sentiment()))
                .toArray();
        var said = readings.stream()
                .mapToInt(reading -> sentiment(reading.sentiment().value()))
                .toArray();
        add(report, "all", build, "sentiment", "macroF1", Metric.macroF1(gold, said, 3));
        urgency(readings, build, report);
        var toxic = items.stream().mapToInt(item -> item.toxic() ? 1 : 0).toArray();
        var found = readings.stream()
                .mapToInt(reading -> reading.toxicity().value() == Toxicity.TOXIC ? 1 : 0)
                .toArray();
        add(report, "all", build, "toxicity", "f1", Metric.f1(toxic, found, 1));
        return readings;
    }

    private List<Reading> read(Reader reader) {
        var readings = new ArrayList<Reading>();
        Map<String, Reading> byId = new HashMap<>();
        for (var item : items) {
            var parent = item.parent().flatMap(id -> Optional.ofNullable(byId.get(id)));
            var answers = parent.map(
                    one -> new Answered(one.primary().value(), one.urgency().value(), false));
            var reading = reader.read(new Item(
                    Words.of("", item.text()), Optional.of(item.channel()), Optional.empty(), language, answers));
            readings.add(reading);
            byId.put(item.id(), reading);
        }
        return readings;
    }

    private void primary(List<Reading> readings, String build, Report report) {
        var gold = items.stream()
                .mapToInt(item -> place(item.intents().getFirst()))
                .toArray();
        var said = readings.stream()
                .mapToInt(reading -> place(reading.primary().value()))
                .toArray();
        add(report, "all", build, "primary", "macroF1", Metric.macroF1(gold, said, Corpus.INTENTS.size()));
        add(report, "all", build, "primary", "accuracy", Metric.accuracy(gold, said));
    }

    private void intents(List<Reading> readings, String build, Report report) {
        var gold = items.stream().mapToLong(item -> bits(item.intents())).toArray();
        var said = readings.stream()
                .mapToLong(reading -> bits(
                        reading.intents().stream().map(label -> label.value()).toList()))
                .toArray();
        add(report, "all", build, "intents", "microF1", Metric.microF1(gold, said));
        for (int i = 0; i < Corpus.INTENTS.size(); i++) {
            var has = Metric.bit(gold, i);
            var found = Metric.bit(said, i);
            add(report, Corpus.INTENTS.get(i), build, "intents", "precision", Metric.precision(has, found, 1));
            add(report, Corpus.INTENTS.get(i), build, "intents", "recall", Metric.recall(has, found, 1));
            add(report, Corpus.INTENTS.get(i), build, "intents", "f1", Metric.f1(has, found, 1));
        }
    }

    private void urgency(List<Reading> readings, String build, Report report) {
        var gold = items.stream().mapToInt(Corpus.Item::urgency).toArray();
        var said =
                readings.stream().mapToInt(reading -> reading.urgency().value()).toArray();
        add(report, "all", build, "urgency", "kappa", Metric.kappa(gold, said, URGENCIES));
        var soon =
                items.stream().mapToInt(item -> item.urgency() >= SOON ? 1 : 0).toArray();
        var found = readings.stream()
                .mapToInt(reading -> reading.urgency().value() >= SOON ? 1 : 0)
                .toArray();
        add(report, "urgency>=2", build, "urgency", "recall", Metric.recall(soon, found, 1));
        add(report, "urgency>=2", build, "urgency", "precision", Metric.precision(soon, found, 1));
    }

    private void add(Report report, String part, String build, String head, String metric, Metric figure) {
        report.add(name, part, build, head, metric, figure, items.size());
    }

    /** Prints which primary intents are taken for which, the commonest first, with some texts of each. */
    void confusions(List<Reading> readings, int examples, PrintStream out) {
        var byPair = new HashMap<String, List<String>>();
        for (int i = 0; i < items.size(); i++) {
            var is = items.get(i).intents().getFirst();
            var said = readings.get(i).primary().value();
            if (is != said) {
                byPair.computeIfAbsent("%s read as %s".formatted(is.word(), said.word()), _ -> new ArrayList<>())
                        .add(items.get(i).text().replace("\n", " "));
            }
        }
        out.printf("%n%s: confusions of primary%n", name);
        byPair.entrySet().stream()
                .sorted((one, two) -> two.getValue().size() - one.getValue().size())
                .limit(12)
                .forEach(pair -> {
                    out.printf("  %4d  %s%n", pair.getValue().size(), pair.getKey());
                    pair.getValue().stream().limit(examples).forEach(text -> out.println("        " + text));
                });
    }

    private static int place(Intent intent) {
        return Corpus.INTENTS.indexOf(intent.word());
    }

    private static long bits(List<Intent> intents) {
        return IntStream.range(0, Corpus.INTENTS.size())
                .filter(i -> intents.stream().anyMatch(intent -> place(intent) == i))
                .mapToLong(i -> 1L << i)
                .sum();
    }

    /** Uncertain and unknown are right for no item. */
    private static int sentiment(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> 0;
            case NEUTRAL -> 1;
            case POSITIVE -> 2;
            case UNCERTAIN, UNKNOWN -> -1;
        };
    }
}
