// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;

/**
 * A text to learn from or to measure on.
 *
 * @param language ISO 639-1
 * @param circumstances what is known beside the text, as the featuriser takes it
 * @param group what must stay on one side when examples are parted: the world that the text is from, or the text itself
 */
record Example(String text, String language, List<String> circumstances, String group) {
    Example {
        circumstances = List.copyOf(circumstances);
    }

    /** A text of which nothing else is known. */
    static Example of(String text, String language) {
        return new Example(text, language, List.of(), text);
    }

    Example withText(String other) {
        return new Example(other, language, circumstances, group);
    }

    /** Which of {@code parts} it falls into, always the same. */
    int part(int parts) {
        return Math.floorMod((group.hashCode() * 0x9e3779b9) >>> 8, parts);
    }
}
