// SPDX-License-Identifier: Apache-2.0
/** Contracts that every backend and every channel passes, and the samples that they run on. For tests only. */
@NullMarked
package rapporto.testkit;

import org.jspecify.annotations.NullMarked;
