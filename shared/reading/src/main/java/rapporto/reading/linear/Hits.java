// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import rapporto.reading.features.Features;
import rapporto.reading.features.Featuriser;

/** What the weight table knows of one text: raw sums of all outputs, and the rows that made them. */
final class Hits {
    private final WeightTable table;
    private final long[] sums;
    private final int[] rows;
    private final int[] tokens;
    private int size;

    private Hits(WeightTable table, int outputs, int features) {
        this.table = table;
        this.sums = new long[outputs];
        this.rows = new int[features];
        this.tokens = new int[features];
    }

    /** Looks every feature up, once for all languages and once for the text's own. */
    static Hits of(WeightTable table, int outputs, Features features, String language) {
        var hits = new Hits(table, outputs, features.size() * 2);
        int salt = Featuriser.salt(language);
        for (int i = 0; i < features.size(); i++) {
            int hash = features.hash(i);
            hits.look(hash, features.token(i));
            hits.look(Featuriser.inLanguage(hash, salt), features.token(i));
        }
        return hits;
    }

    /** Looks every feature up once, whatever the language. */
    static Hits of(WeightTable table, int outputs, Features features) {
        var hits = new Hits(table, outputs, features.size());
        for (int i = 0; i < features.size(); i++) {
            hits.look(features.hash(i), features.token(i));
        }
        return hits;
    }

    private void look(int hash, int token) {
        int row = table.row(hash);
        if (row >= 0) {
            table.add(row, sums);
            rows[size] = row;
            tokens[size++] = token;
        }
    }

    long sum(int output) {
        return sums[output];
    }

    /** The share of each of {@code count} tokens in the sum of {@code output}; the last is that of the text as a whole. */
    long[] shares(int output, int count) {
        var shares = new long[count + 1];
        for (int i = 0; i < size; i++) {
            shares[tokens[i] == Features.WHOLE ? count : tokens[i]] += table.weight(rows[i], output);
        }
        return shares;
    }
}
