// SPDX-License-Identifier: Apache-2.0
/** Counting what happened, for people who watch the system: numbers and fixed words, never content. */
@NullMarked
package rapporto.tally;

import org.jspecify.annotations.NullMarked;
