// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

import java.util.List;

/**
 * Why a rule matched.
 *
 * @param score how sure the reading is, 0 to 1
 * @param words those that decided, as they stand in the text
 * @param explain one sentence for people
 */
public record Evidence(double score, List<String> words, String explain) {
    /** Copies the words. */
    public Evidence {
        words = List.copyOf(words);
    }
}
