// SPDX-License-Identifier: Apache-2.0
/**
 * One HTTP request of a channel: as it stood at the door, and as it travels on the queue. Knows nothing of what its
 * body means.
 */
@NullMarked
package rapporto.delivery;

import org.jspecify.annotations.NullMarked;
