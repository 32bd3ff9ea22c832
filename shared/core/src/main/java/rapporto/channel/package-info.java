// SPDX-License-Identifier: Apache-2.0
/**
 * What a channel must be able to do: check who sent a request, answer it, and say what it means. Each channel is a
 * package of its own elsewhere; this one knows none of them.
 */
@NullMarked
package rapporto.channel;

import org.jspecify.annotations.NullMarked;
