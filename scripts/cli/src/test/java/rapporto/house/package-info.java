// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the house, checked on the compiled classes of every module, and each shown to fail on classes planted
 * to break it. Knows how modules and packages may lean on each other, and nothing of what they do.
 */
@NullMarked
package rapporto.house;

import org.jspecify.annotations.NullMarked;
