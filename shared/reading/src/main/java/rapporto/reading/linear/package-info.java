// SPDX-License-Identifier: Apache-2.0
/** Linear heads over hashed features, their scores and what made them, and the file that keeps them. */
@NullMarked
package rapporto.reading.linear;

import org.jspecify.annotations.NullMarked;
