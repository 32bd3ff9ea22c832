// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import rapporto.reading.language.WordReader;

/** Reads the texts whose language is known. */
final class Texts {
    private Texts() {}

    /** A text in {@code language}. */
    record Labelled(String language, String text) {
        /** Its words as the run time reads them, of Latin or Cyrillic letters. */
        List<String> words() {
            var words = new ArrayList<String>();
            var reader = new WordReader(text, false);
            while (reader.next()) {
                if (reader.isShared()) {
                    words.add(new String(reader.padded(), 0, reader.length()));
                }
            }
            return words;
        }
    }

    /** Lines of language and text, with a tab between. */
    static List<Labelled> lines(Path file) {
        var texts = new ArrayList<Labelled>();
        for (var line : read(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                texts.add(new Labelled(line.substring(0, tab), line.substring(tab + 1)));
            }
        }
        return texts;
    }

    /** The project's own items, either those of the blocks that no training may see or the others. */
    static List<Labelled> corpus(Path folder, boolean heldOut) {
        var blocks = new HashSet<>(read(folder.resolve("held-out.txt")));
        var texts = new ArrayList<Labelled>();
        for (var language : List.of("it", "en", "es", "fr", "de", "pt")) {
            for (var line : read(folder.resolve(language + ".tsv"))) {
                var columns = line.split("\t", -1);
                var block = columns[0].replaceFirst("-[^-]*$", "");
                if (!columns[0].equals("id") && blocks.contains(block) == heldOut) {
                    texts.add(new Labelled(language, columns[3].replace("\\n", "\n")));
                }
            }
        }
        return texts;
    }

    /** English comments of GoEmotions. */
    static List<Labelled> comments(Path file, int limit) {
        return read(file).stream()
                .limit(limit)
                .map(line -> new Labelled("en", line.substring(0, Math.max(0, line.indexOf('\t')))))
                .toList();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
