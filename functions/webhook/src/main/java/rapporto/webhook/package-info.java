// SPDX-License-Identifier: Apache-2.0
/** The Lambda webhook: a thin handler and its wiring, nothing else. */
@NullMarked
package rapporto.webhook;

import org.jspecify.annotations.NullMarked;
