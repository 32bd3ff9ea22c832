// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.one;

import rapporto.house.planted.two.Two;

/** Breaks, with {@link Two}: packages have no cycles. */
public record One(Two other) {}
