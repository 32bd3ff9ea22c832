// SPDX-License-Identifier: Apache-2.0
/**
 * The door: lets genuine deliveries onto the queue and turns the rest away. Knows secrets and the queue; parses no more
 * than a channel's handshake needs.
 */
@NullMarked
package rapporto.intake;

import org.jspecify.annotations.NullMarked;
