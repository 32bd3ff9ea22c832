// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.util.Comparator;
import java.util.List;
import rapporto.reading.features.Featuriser;
import rapporto.reading.features.Lexicon;
import rapporto.reading.features.Tokens;

/** Heads that read a text together: one pass of features, one look into the table for each. Immutable. */
public final class Model {
    private final int version;
    private final List<Head> heads;
    private final Lexicon lexicon;
    private final Featuriser featuriser;
    private final WeightTable table;
    private final Ledger ledger;
    private final int outputs;

    /**
     * Puts a model together.
     *
     * @param version a greater one reads better
     */
    public Model(int version, List<Head> heads, Lexicon lexicon, WeightTable table, Ledger ledger) {
        this.version = version;
        this.heads = List.copyOf(heads);
        this.lexicon = lexicon;
        this.featuriser = new Featuriser(lexicon);
        this.table = table;
        this.ledger = ledger;
        this.outputs = heads.stream().mapToInt(head -> head.outputs().size()).sum();
    }

    /** Which one it is; readings carry it. */
    public int version() {
        return version;
    }

    /** All heads. */
    public List<Head> heads() {
        return heads;
    }

    /** The head {@code name}. */
    public Head head(String name) {
        return heads.stream()
                .filter(head -> head.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no head " + name));
    }

    /** Its outputs as {@code head/output}, in the order of the weight table. */
    public List<String> outputs() {
        return heads.stream()
                .sorted(Comparator.comparingInt(Head::first))
                .flatMap(head -> head.outputs().stream().map(output -> head.name() + "/" + output.name()))
                .toList();
    }

    /** What its features are made with. */
    public Featuriser featuriser() {
        return featuriser;
    }

    /** The words whose sense it knows. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** Its weights. */
    public WeightTable table() {
        return table;
    }

    /** What it was trained on. */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Scores a text for every head at once.
     *
     * @param language ISO 639-1 of the text
     * @param circumstances what is known beside the text
     */
    public Scores score(Tokens tokens, String language, List<String> circumstances) {
        var features = featuriser.features(tokens, language, circumstances);
        return new Scores(tokens, features, Hits.of(table, outputs, features, language));
    }
}
