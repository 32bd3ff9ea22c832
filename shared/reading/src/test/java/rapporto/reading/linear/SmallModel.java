// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapporto.reading.features.Featuriser;
import rapporto.reading.features.Lexicon;
import rapporto.reading.features.Tokens;

/** A model of two outputs that knows the features of two words. */
final class SmallModel {
    private SmallModel() {}

    static Model of(int version) {
        var lexicon = Lexicon.of(Map.of("it", List.of("good bene", "bad male")));
        var head = new Head(
                "feeling",
                Head.Form.ONE,
                List.of("it"),
                List.of(new Head.Output("good", 0.1, 0.01, 2, 0, 0.4), new Head.Output("bad", -0.1, 0.02, 2, 0, 0.4)),
                0);
        var source = new Ledger.Source("two words", Ledger.Terms.OWN, "Apache-2.0", 2, "00");
        return new Model(version, List.of(head), lexicon, table(lexicon), new Ledger(List.of(source)));
    }

    /** Features of "bene" speak for the first output, those of "male" for the second; in Italian twice as much. */
    private static WeightTable table(Lexicon lexicon) {
        var weights = new TreeMap<Integer, byte[]>(Integer::compareUnsigned);
        learn(weights, lexicon, "bene", new byte[] {9, -3});
        learn(weights, lexicon, "male", new byte[] {-5, 8});
        var keys = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
        var rows = new int[keys.length + 1];
        var outputs = new byte[keys.length * 2];
        var all = new byte[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            rows[i + 1] = 2 * (i + 1);
            outputs[2 * i + 1] = 1;
            System.arraycopy(weights.getOrDefault(keys[i], new byte[2]), 0, all, 2 * i, 2);
        }
        return new WeightTable(keys, rows, outputs, all);
    }

    private static void learn(Map<Integer, byte[]> weights, Lexicon lexicon, String word, byte[] weight) {
        var features = new Featuriser(lexicon).features(Tokens.of(word), "it", List.of());
        for (int i = 0; i < features.size(); i++) {
            weights.put(features.hash(i), weight);
            weights.put(Featuriser.inLanguage(features.hash(i), Featuriser.salt("it")), weight);
        }
    }
}
