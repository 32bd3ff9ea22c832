// SPDX-License-Identifier: Apache-2.0
/** The message that calls a person, and how it is put. Knows nothing of when one is due. */
@NullMarked
package rapporto.alert;

import org.jspecify.annotations.NullMarked;
