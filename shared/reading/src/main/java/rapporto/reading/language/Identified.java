// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.util.List;
import java.util.Objects;

/**
 * The language of a text.
 *
 * @param language ISO 639-1, or {@link #UNDETERMINED}
 * @param probability that this is so, 0 to 1
 * @param words of the text that decided, as they stand there, the strongest first; at most 5
 */
public record Identified(String language, double probability, List<String> words) {
    /** What is said of a text without a natural language. */
    public static final String UNDETERMINED = "und";

    /** Refuses null, and keeps its own list. */
    public Identified {
        Objects.requireNonNull(language, "language");
        words = List.copyOf(words);
    }
}
