// SPDX-License-Identifier: Apache-2.0
/**
 * Trains the table of letter groups by which languages are told apart, from Lingua's models and labelled texts, and measures
 * it. Knows nothing of what the texts mean.
 */
@NullMarked
package rapporto.training.language;

import org.jspecify.annotations.NullMarked;
