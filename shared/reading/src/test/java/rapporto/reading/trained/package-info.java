// SPDX-License-Identifier: Apache-2.0
@NullMarked
package rapporto.reading.trained;

import org.jspecify.annotations.NullMarked;
