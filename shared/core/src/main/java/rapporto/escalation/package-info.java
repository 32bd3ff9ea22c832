// SPDX-License-Identifier: Apache-2.0
/**
 * Concerns and what becomes of them: opened once, alerted once, fed by repeats, healed by the clock. The only package
 * that acts on a decision.
 */
@NullMarked
package rapporto.escalation;

import org.jspecify.annotations.NullMarked;
