// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import rapporto.correction.Judgement;

/**
 * What is right of a text and its duplicates.
 *
 * @param hash {@link rapporto.reading.features.Simhash} of the text
 */
public record Mark(long hash, Judgement judgement) {}
