// SPDX-License-Identifier: Apache-2.0
/** What time may mend: the one exception that says that a store, a queue or a topic did not answer. */
@NullMarked
package rapporto.outage;

import org.jspecify.annotations.NullMarked;
