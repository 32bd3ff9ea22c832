// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Path;

/** Where things lie in the project, from its root, in which the commands run. */
final class Project {
    static final Path READING = Path.of("shared/reading");
    static final Path CORPUS = READING.resolve("corpus");
    static final Path LEXICON = READING.resolve("lexicon");
    static final Path MODELS = READING.resolve("src/main/resources/rapporto/reading/trained");

    /** Version of the packaged models; readings carry it, and only a greater one replaces them. */
    static final int VERSION = 2;

    private Project() {}

    /** A trainer on the project's own corpus and lexicon and the data in {@code data}. */
    static Trainer trainer(Path data) {
        return new Trainer(data, CORPUS, LEXICON);
    }
}
