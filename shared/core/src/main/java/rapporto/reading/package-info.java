// SPDX-License-Identifier: Apache-2.0
/**
 * What classification says of an interaction, in the words of the label guide. Knows neither how a reading is made nor
 * what is done with it.
 */
@NullMarked
package rapporto.reading;

import org.jspecify.annotations.NullMarked;
