// SPDX-License-Identifier: Apache-2.0
/**
 * Tells the language of a text: by its script, and within Latin and Cyrillic by a trained table of letter groups. Knows
 * nothing of channels and people.
 */
@NullMarked
package rapporto.reading.language;

import org.jspecify.annotations.NullMarked;
