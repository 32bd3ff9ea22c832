// SPDX-License-Identifier: Apache-2.0
/** The reader that the system uses: trained heads, the language, the thread. Knows nothing of how heads are trained. */
@NullMarked
package rapporto.reading.trained;

import org.jspecify.annotations.NullMarked;
