// SPDX-License-Identifier: Apache-2.0
/** The project's own labelled texts, and what must hold of them. */
@NullMarked
package rapporto.reading.corpus;

import org.jspecify.annotations.NullMarked;
