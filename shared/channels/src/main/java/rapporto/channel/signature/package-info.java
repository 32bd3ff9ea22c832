// SPDX-License-Identifier: Apache-2.0
/** Signatures over raw bytes, compared in constant time. Knows no channel. */
@NullMarked
package rapporto.channel.signature;

import org.jspecify.annotations.NullMarked;
