// SPDX-License-Identifier: Apache-2.0
/** Reads template.yaml, the one description of the system, as far as the single machine makes it. Knows no AWS client. */
@NullMarked
package rapporto.local.template;

import org.jspecify.annotations.NullMarked;
