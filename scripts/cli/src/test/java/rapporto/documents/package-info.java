// SPDX-License-Identifier: Apache-2.0
/** Documents are true: what they list or show is compared with what is there. */
@NullMarked
package rapporto.documents;

import org.jspecify.annotations.NullMarked;
