// SPDX-License-Identifier: Apache-2.0
/** The Lambda classify: a thin handler and its wiring, nothing else. */
@NullMarked
package rapporto.classify;

import org.jspecify.annotations.NullMarked;
