// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.two;

import java.util.List;
import rapporto.house.planted.one.One;

/** Breaks, with {@link One}: packages have no cycles. */
public record Two(List<One> others) {}
