// SPDX-License-Identifier: Apache-2.0
/**
 * Turns a text into hashed features, the same way in training and in service. Knows nothing of heads, weights or
 * labels.
 */
@NullMarked
package rapporto.reading.features;

import org.jspecify.annotations.NullMarked;
