// SPDX-License-Identifier: Apache-2.0
/** The single machine: the whole system in one command, with the same handlers behind the same events. */
@NullMarked
package rapporto.local;

import org.jspecify.annotations.NullMarked;
