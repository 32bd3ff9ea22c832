// SPDX-License-Identifier: Apache-2.0
/** How long things take, measured by programs that people start; no test is timed. */
@NullMarked
package rapporto.bench;

import org.jspecify.annotations.NullMarked;
