// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

/**
 * What came of remembering a state.
 *
 * @param memory of the item afterwards
 */
public record Remembered(Outcome outcome, Memory memory) {
    /** How the store was changed. */
    public enum Outcome {
        /** The first that is known of the item. */
        NEW,
        /** It told something new of a known item. */
        CHANGED,
        /** It was known: nothing was written. */
        REPEATED
    }
}
