// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rapporto.interaction.Words;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.features.Featuriser;
import rapporto.reading.features.Lexicon;
import rapporto.reading.features.Tokens;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Head.Form;
import rapporto.reading.linear.Ledger;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.WeightTable;

/** A model that knows a few words, and otherwise takes everything for neutral chat in English. */
public final class SmallModel {
    private static final List<String> INTENTS =
            Stream.of(Intent.values()).map(Intent::word).toList();

    private final List<Head> heads = new ArrayList<>();
    private final TreeMap<Integer, Map<Integer, Integer>> weights = new TreeMap<>(Integer::compareUnsigned);
    private int outputs;

    private SmallModel() {
        head(TrainedReader.SENTIMENT, Form.ONE, List.of("negative", "neutral", "positive"), "neutral", 2);
        head(TrainedReader.PRIMARY, Form.ONE, INTENTS, "chat", 2);
        head(TrainedReader.INTENTS, Form.ANY, INTENTS, "none", 0);
        head(TrainedReader.URGENCY, Form.ORDINAL, List.of("1", "2", "3"), "none", 0);
        head(TrainedReader.TOXICITY, Form.ANY, List.of("toxic"), "none", 0);
    }

    /** The model. */
    public static Model model() {
        var small = new SmallModel();
        small.word("broken", TrainedReader.PRIMARY, "problem");
        small.word("broken", TrainedReader.INTENTS, "problem");
        small.word("awful", TrainedReader.SENTIMENT, "negative");
        small.word("lovely", TrainedReader.SENTIMENT, "positive");
        small.word("now", TrainedReader.URGENCY, "1");
        return small.build();
    }

    /** A reader with that model. */
    public static TrainedReader reader() {
        return new TrainedReader(
                model(), (_, usual) -> new Label<>(usual.orElse("en"), 0.9, LabelSource.MODEL, List.of()));
    }

    /** An item of the team {@code support}. */
    public static Item item(String text) {
        return new Item(
                Words.of("", text), Optional.empty(), Optional.of("support"), Optional.empty(), Optional.empty());
    }

    private void head(String name, Form form, List<String> names, String usual, double bias) {
        var all = names.stream()
                .map(output -> new Head.Output(
                        output,
                        output.equals(usual) ? bias : form == Form.ONE ? 0 : -3,
                        0.1,
                        1,
                        0,
                        form == Form.ONE ? 0.4 : 0.5))
                .toList();
        heads.add(new Head(name, form, List.of("en", "it"), all, outputs));
        outputs += names.size();
    }

    private void word(String word, String head, String output) {
        var features = new Featuriser(new Lexicon(new int[0], new byte[0])).features(Tokens.of(word), "en", List.of());
        var own = heads.stream()
                .filter(one -> one.name().equals(head))
                .findFirst()
                .orElseThrow();
        weights.computeIfAbsent(features.hash(0), _ -> new TreeMap<>()).put(own.first() + own.output(output), 127);
    }

    private Model build() {
        int size = weights.values().stream().mapToInt(Map::size).sum();
        var keys = new int[weights.size()];
        var rows = new int[keys.length + 1];
        var places = new byte[size];
        var steps = new byte[size];
        int key = 0;
        int at = 0;
        for (var row : weights.entrySet()) {
            keys[key] = row.getKey();
            for (var entry : row.getValue().entrySet()) {
                places[at] = entry.getKey().byteValue();
                steps[at++] = entry.getValue().byteValue();
            }
            rows[++key] = at;
        }
        return new Model(
                7,
                heads,
                new Lexicon(new int[0], new byte[0]),
                new WeightTable(keys, rows, places, steps),
                new Ledger(List.of()));
    }
}
