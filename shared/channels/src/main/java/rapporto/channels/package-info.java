// SPDX-License-Identifier: Apache-2.0
/** The list of all channels. */
@NullMarked
package rapporto.channels;

import org.jspecify.annotations.NullMarked;
