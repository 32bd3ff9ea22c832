// SPDX-License-Identifier: Apache-2.0
@NullMarked
package rapporto.reading.linear;

import org.jspecify.annotations.NullMarked;
