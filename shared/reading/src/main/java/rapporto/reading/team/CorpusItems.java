// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapporto.correction.Judgement;
import rapporto.correction.Lesson;
import rapporto.interaction.Words;
import rapporto.reading.Intent;
import rapporto.reading.Item;

/** Items of the project's own corpus that are packaged, frozen, with what is right of them. */
public final class CorpusItems {
    private static final String CORE = "core.tsv";
    private static final String ANCHORS = "anchors.tsv";

    private CorpusItems() {}

    /** What is right of 300 items that no training sees, under each head that a layer can change. */
    public static List<Lesson> core() {
        return rows(CORE).stream().flatMap(CorpusItems::lessons).toList();
    }

    /** 300 other items, in every language of the corpus. */
    public static List<Item> anchors() {
        return rows(ANCHORS).stream().map(CorpusItems::item).toList();
    }

    /** Columns: id, channel, primary and urgency of what it answers, text, intents, sentiment, urgency, toxic. */
    static List<String[]> rows(String file) {
        try (var in = CorpusItems.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(String[] columns) {
        var item = Item.of(Words.of("", columns[4].replace("\\n", "\n")))
                .over(columns[1])
                .in(Optional.of(columns[0].substring(0, 2)));
        return columns[2].isEmpty() ? item : item.to(answered(columns[2], columns[3]));
    }

    private static Stream<Lesson> lessons(String[] columns) {
        var item = item(columns);
        return Stream.of(
                        Judgement.of("intents", columns[5]),
                        Judgement.of("sentiment", columns[6]),
                        Judgement.of("urgency", columns[7]),
                        Judgement.of("toxicity", columns[8].equals("1") ? "toxic" : "clean"))
                .map(judgement -> new Lesson(item, judgement));
    }

    private static Item.Answered answered(String intent, String urgency) {
        var primary = Stream.of(Intent.values())
                .filter(one -> one.word().equals(intent))
                .findFirst()
                .orElseThrow();
        return new Item.Answered(primary, Integer.parseInt(urgency), false);
    }
}
