// SPDX-License-Identifier: Apache-2.0
/** Putting messages on a durable queue. Knows neither what they say nor who takes them. */
@NullMarked
package rapporto.outbox;

import org.jspecify.annotations.NullMarked;
