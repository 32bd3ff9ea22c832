// SPDX-License-Identifier: Apache-2.0
/**
 * Reading by rules: phrases of Italian and English that people keep in text files, and languages by their script and
 * function words. Knows nothing of threads and people.
 */
@NullMarked
package rapporto.training.rules;

import org.jspecify.annotations.NullMarked;
