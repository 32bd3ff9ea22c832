// SPDX-License-Identifier: Apache-2.0
/**
 * What people of a team say against a reading, which of it holds, and the versions of what is learnt from it. Knows
 * neither how a layer is made nor what stands in it.
 */
@NullMarked
package rapporto.correction;

import org.jspecify.annotations.NullMarked;
