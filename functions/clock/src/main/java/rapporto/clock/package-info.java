// SPDX-License-Identifier: Apache-2.0
/** The Lambda clock: a thin handler and its wiring, nothing else. */
@NullMarked
package rapporto.clock;

import org.jspecify.annotations.NullMarked;
