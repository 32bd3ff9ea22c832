// SPDX-License-Identifier: Apache-2.0
/** The command line, {@code scripts/rapporto}: what people ask of a running system, or check without one. */
@NullMarked
package rapporto.cli;

import org.jspecify.annotations.NullMarked;
