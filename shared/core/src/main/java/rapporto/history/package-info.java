// SPDX-License-Identifier: Apache-2.0
/**
 * What is remembered of every item: one record that all its states merge into, in whatever order they arrive. Knows no
 * store and decides nothing about people.
 */
@NullMarked
package rapporto.history;

import org.jspecify.annotations.NullMarked;
