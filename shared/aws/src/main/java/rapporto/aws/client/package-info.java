// SPDX-License-Identifier: Apache-2.0
/** How every AWS client of this project is made, and how their faults are told. Holds no rule. */
@NullMarked
package rapporto.aws.client;

import org.jspecify.annotations.NullMarked;
