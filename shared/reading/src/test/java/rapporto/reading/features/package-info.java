// SPDX-License-Identifier: Apache-2.0
@NullMarked
package rapporto.reading.features;

import org.jspecify.annotations.NullMarked;
