// SPDX-License-Identifier: Apache-2.0
/**
 * Reading JSON that strangers wrote: bounded in depth and size, duplicate keys refused, every wrong field named by its
 * path. Knows nothing of what the fields mean.
 */
@NullMarked
package rapporto.json;

import org.jspecify.annotations.NullMarked;
