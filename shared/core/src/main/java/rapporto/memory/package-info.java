// SPDX-License-Identifier: Apache-2.0
/** Every port in memory: what tests lean on. Passes the same contracts as the real stores. */
@NullMarked
package rapporto.memory;

import org.jspecify.annotations.NullMarked;
