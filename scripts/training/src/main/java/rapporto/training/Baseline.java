// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Something simpler to be measured against. */
interface Baseline {
    /** The one answer that it gives. */
    int answer(String text);

    /** Always the commonest answer of {@code examples}. */
    static Baseline majority(List<Labelled> examples) {
        var counts = new HashMap<Integer, Integer>();
        for (var one : examples) {
            counts.merge(Long.numberOfTrailingZeros(one.answers()), 1, Integer::sum);
        }
        int commonest = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return _ -> commonest;
    }

    /** OpenNLP's document categoriser, maximum entropy over words and word pairs, trained on {@code examples}. */
    static Baseline openNlp(List<Labelled> examples, String language) {
        try {
            var samples = examples.stream()
                    .map(one -> new DocumentSample(
                            "" + Long.numberOfTrailingZeros(one.answers()),
                            words(one.example().text())))
                    .toList();
            var parameters = TrainingParameters.defaultParams();
            parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
            parameters.put("PrintMessages", false);
            var features = new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator(2, 2)};
            DoccatModel model = DocumentCategorizerME.train(
                    language, ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory(features));
            var categoriser = new DocumentCategorizerME(model);
            return text -> Integer.parseInt(categoriser.getBestCategory(categoriser.categorize(words(text))));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("two words are a pair", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] words(String text) {
        var words = text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return words.length == 0 ? new String[] {""} : words;
    }
}
