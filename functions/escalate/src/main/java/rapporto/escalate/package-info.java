// SPDX-License-Identifier: Apache-2.0
/** The Lambda escalate: a thin handler and its wiring, nothing else. */
@NullMarked
package rapporto.escalate;

import org.jspecify.annotations.NullMarked;
