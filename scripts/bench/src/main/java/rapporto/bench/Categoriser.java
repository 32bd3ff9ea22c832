// SPDX-License-Identifier: Apache-2.0
package rapporto.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP's document categoriser over words and word pairs, trained on the primary intents of the English corpus. */
final class Categoriser {
    private static final Path CORPUS = Path.of("shared/reading/corpus/en.tsv");

    private final DocumentCategorizerME categoriser;

    private Categoriser(DocumentCategorizerME categoriser) {
        this.categoriser = categoriser;
    }

    static Categoriser trained() {
        try {
            List<DocumentSample> samples = Files.readAllLines(CORPUS).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new DocumentSample(columns[4], words(columns[3])))
                    .toList();
            var parameters = TrainingParameters.defaultParams();
            parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
            parameters.put("PrintMessages", false);
            var features = new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator(2, 2)};
            var model = DocumentCategorizerME.train(
                    "en", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory(features));
            return new Categoriser(new DocumentCategorizerME(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String best(String text) {
        return categoriser.getBestCategory(categoriser.categorize(words(text)));
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
    }
}
