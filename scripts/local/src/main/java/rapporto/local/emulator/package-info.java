// SPDX-License-Identifier: Apache-2.0
/**
 * The AWS services of the single machine, each on a loopback port and stopped by closing it. Knows how an emulator is
 * started and kept durable; must not know queues, tables or parameters of ours.
 */
@NullMarked
package rapporto.local.emulator;

import org.jspecify.annotations.NullMarked;
