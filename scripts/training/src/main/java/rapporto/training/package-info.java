// SPDX-License-Identifier: Apache-2.0
/**
 * Trains and measures the models that {@code rapporto.reading} serves: data in, model file and report out. Never part of
 * a function.
 */
@NullMarked
package rapporto.training;

import org.jspecify.annotations.NullMarked;
