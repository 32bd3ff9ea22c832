// SPDX-License-Identifier: Apache-2.0
/** Calls the handlers as Lambda does: events in as JSON, batches from queues, schedules. Knows no product rule. */
@NullMarked
package rapporto.local.lambda;

import org.jspecify.annotations.NullMarked;
