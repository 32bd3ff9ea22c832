// SPDX-License-Identifier: Apache-2.0
/** Built functions under the client that AWS runs them with, as processes of their own. Linux only, as that client is. */
@NullMarked
package rapporto.local.runtime;

import org.jspecify.annotations.NullMarked;
