// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells the language of a text. Immutable and thread safe; takes time in proportion to the text, and refuses none. */
public final class LanguageIdentifier {
    /** A text as clear as this is never read as another language because that one is usual. */
    private static final double CLEAR = 0.9;

    /** How much likelier the usual language is than any other, before the text is read. */
    private static final double USUAL = 10;

    /** One word that is not of the usual language must be so probable; a word that looks like a name more so. */
    private static final double ONE_WORD = 0.25;

    private static final double NAME = 0.5;

    private final LanguageTable table;

    /** Identifies by {@code table}. */
    public LanguageIdentifier(LanguageTable table) {
        this.table = table;
    }

    /** Reads its table, as training wrote it. */
    public static LanguageIdentifier read(DataInput in) throws IOException {
        return new LanguageIdentifier(LanguageTable.read(in));
    }

    /**
     * Tells the language of a text.
     *
     * @param usual language of its author or source, ISO 639-1: decides what is short or doubtful, never what is clear
     */
    public Identified identify(String text, Optional<String> usual) {
        var tally = Tally.of(text, table);
        var script = tally.script();
        return switch (script) {
            case LATIN -> weighed(tally, script, table.latin(), usual);
            case CYRILLIC -> weighed(tally, script, table.cyrillic(), usual);
            case OTHER -> undetermined(1);
            default -> new Identified(script.language(), tally.share(script), tally.first(script));
        };
    }

    private Identified weighed(Tally tally, Script script, List<String> languages, Optional<String> usual) {
        var byText = table.certainty().probabilities(tally.sums(script), languages.size(), tally.letters(script));
        int expected = usual.map(languages::indexOf).orElse(-1);
        int clear = greatest(byText, -1);
        var judged = byText[clear] >= CLEAR && clear != expected ? byText : withUsual(byText, expected);
        int best = greatest(judged, -1);
        if (judged[best] < needed(tally, best == expected)) {
            return undetermined(1 - judged[best]);
        }
        int other = greatest(byText, best);
        var words = other < 0 ? tally.first(script) : tally.deciding(script, best, other);
        return new Identified(languages.get(best), judged[best], words);
    }

    /** How probable a language must be to be told at all. */
    private static double needed(Tally tally, boolean expected) {
        if (tally.words() > 1) {
            return 0;
        }
        return tally.isNameLike() ? NAME : expected ? 0 : ONE_WORD;
    }

    private static Identified undetermined(double probability) {
        return new Identified(Identified.UNDETERMINED, probability, List.of());
    }

    private static double[] withUsual(double[] probabilities, int index) {
        var both = probabilities.clone();
        if (index >= 0) {
            double scale = 1 + (USUAL - 1) * both[index];
            both[index] *= USUAL;
            for (int i = 0; i < both.length; i++) {
                both[i] /= scale;
            }
        }
        return both;
    }

    /** Where the greatest is, other than at {@code except}; -1 when there is none. */
    private static int greatest(double[] values, int except) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (i != except && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }
}
