// SPDX-License-Identifier: Apache-2.0
/**
 * What a team's corrections add to a model: a layer of small weights, the duplicates of what was corrected, how they
 * are learnt and what they must show before they read. Knows nothing of who corrected what, nor of where it is kept.
 */
@NullMarked
package rapporto.reading.team;

import org.jspecify.annotations.NullMarked;
