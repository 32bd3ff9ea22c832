// SPDX-License-Identifier: Apache-2.0
/** Classes planted to break the rules of the house. */
@NullMarked
package rapporto.house.planted.two;

import org.jspecify.annotations.NullMarked;
