// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of {@code shared/reading/corpus}. */
final class Corpus {
    static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "it", "pt");
    static final String HEADER = "id\tchannel\tin_reply\ttext\tprimary\tintents\tsentiment\turgency\ttoxic";

    private static final Path FOLDER = Path.of("corpus");

    private Corpus() {}

    static List<CorpusItem> of(String language) {
        return lines(language + ".tsv").stream().skip(1).map(CorpusItem::of).toList();
    }

    static Set<String> heldOutBlocks() {
        return lines("held-out.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
