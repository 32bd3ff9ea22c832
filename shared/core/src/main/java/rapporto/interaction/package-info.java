// SPDX-License-Identifier: Apache-2.0
/**
 * What one person did toward us, or we toward them: the words every other package speaks. Knows no channel, no store
 * and no classification.
 */
@NullMarked
package rapporto.interaction;

import org.jspecify.annotations.NullMarked;
