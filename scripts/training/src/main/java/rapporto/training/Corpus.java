// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rapporto.reading.Intent;
import rapporto.reading.Item.Answered;
import rapporto.reading.trained.Circumstances;

/** Files in the columns of the project's own corpus. */
final class Corpus {
    static final List<String> LANGUAGES = List.of("it", "en", "es", "fr", "de", "pt");
    static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");
    static final List<String> INTENTS =
            Stream.of(Intent.values()).map(Intent::word).toList();

    private static final List<String> HEADER =
            List.of("id", "channel", "in_reply", "text", "primary", "intents", "sentiment", "urgency", "toxic");

    private Corpus() {}

    /**
     * A labelled item.
     *
     * @param parent id of the item that it replies to, if that stands before it in the file
     * @param answers what is said of that one by its labels
     * @param intents in the guide's order, the primary one first
     */
    record Item(
            String id,
            String channel,
            Optional<String> parent,
            Optional<Answered> answers,
            String text,
            List<Intent> intents,
            String sentiment,
            int urgency,
            boolean toxic) {
        /** The world of authors and topics that it is from: {@code it-m09}. */
        String block() {
            return id.contains("-") ? id.substring(0, id.lastIndexOf('-')) : id;
        }

        /** Whether it is from a block of public posts, which are nearly all {@code chat}. */
        boolean isPublicPost() {
            return block().matches("..-[xy]\\d\\d");
        }

        Example example(String language) {
            return new Example(text, language, Circumstances.of(Optional.of(channel), answers), block());
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming file, line, what was found and what was wanted
     */
    static List<Item> read(Path file) {
        var lines = Lines.of(file);
        if (!List.of(lines.getFirst().split("\t", -1)).equals(HEADER)) {
            throw new IllegalArgumentException("%s line 1 is %s, wanted %s"
                    .formatted(file.getFileName(), lines.getFirst(), String.join(" ", HEADER)));
        }
        var items = new ArrayList<Item>();
        var known = new HashMap<String, Item>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                var item = item(lines.get(i).split("\t", -1), known);
                known.put(item.id(), item);
                items.add(item);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s line %d: %s".formatted(file.getFileName(), i + 1, e.getMessage()), e);
            }
        }
        return items;
    }

    private static Item item(String[] columns, Map<String, Item> known) {
        if (columns.length != HEADER.size()) {
            throw new IllegalArgumentException("%d columns, wanted %d".formatted(columns.length, HEADER.size()));
        }
        var parent = Optional.ofNullable(known.get(columns[2]));
        var intents = Stream.of(columns[5].split(",", -1))
                .map(Corpus::intent)
                .sorted()
                .toList();
        if (!intents.getFirst().word().equals(columns[4])) {
            throw new IllegalArgumentException(
                    "primary is %s, wanted the first of %s".formatted(columns[4], columns[5]));
        }
        if (!SENTIMENTS.contains(columns[6]) || !columns[7].matches("[0-3]")) {
            throw new IllegalArgumentException("sentiment is %s and urgency %s, wanted one of %s and 0 to 3"
                    .formatted(columns[6], columns[7], SENTIMENTS));
        }
        return new Item(
                columns[0],
                columns[1],
                parent.map(Item::id),
                parent.map(item -> new Answered(item.intents().getFirst(), item.urgency(), false)),
                columns[3].replace("\\n", "\n"),
                intents,
                columns[6],
                Integer.parseInt(columns[7]),
                columns[8].equals("1"));
    }

    private static Intent intent(String word) {
        return Stream.of(Intent.values())
                .filter(intent -> intent.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("intent is %s, wanted one of %s".formatted(word, INTENTS)));
    }

    /** The items of one language that may train, or those that are held out. */
    static List<Item> part(Path folder, String language, boolean heldOut) {
        var blocks = heldOutBlocks(folder);
        return read(folder.resolve(language + ".tsv")).stream()
                .filter(item -> blocks.contains(item.block()) == heldOut)
                .toList();
    }

    private static Set<String> heldOutBlocks(Path folder) {
        return new HashSet<>(Lines.of(folder.resolve("held-out.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList());
    }
}
