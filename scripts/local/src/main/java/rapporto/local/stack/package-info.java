// SPDX-License-Identifier: Apache-2.0
/** Makes the template's queues, topics and tables on whatever endpoints the AWS clients talk to. */
@NullMarked
package rapporto.local.stack;

import org.jspecify.annotations.NullMarked;
