// SPDX-License-Identifier: Apache-2.0
/** From a delivery to remembered, understood interactions: the use case of classify. Pure work first, then one write. */
@NullMarked
package rapporto.classification;

import org.jspecify.annotations.NullMarked;
