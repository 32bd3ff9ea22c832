// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

import java.util.List;

/**
 * One thing that a reading says, how surely, and why.
 *
 * @param score 0 to 1
 * @param words those that decided, as they stand in the text; empty when nothing in the text did
 */
public record Label<T>(T value, double score, LabelSource source, List<String> words) {
    /** Refuses a score outside 0 to 1. */
    public Label {
        words = List.copyOf(words);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is %s, wanted 0 to 1".formatted(score));
        }
    }

    /** A label that a rule gave. */
    public static <T> Label<T> byRule(T value, double score, List<String> words) {
        return new Label<>(value, score, LabelSource.RULE, words);
    }
}
