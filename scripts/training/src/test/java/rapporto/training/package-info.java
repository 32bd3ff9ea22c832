// SPDX-License-Identifier: Apache-2.0
@NullMarked
package rapporto.training;

import org.jspecify.annotations.NullMarked;
