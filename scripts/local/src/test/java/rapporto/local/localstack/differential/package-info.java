// SPDX-License-Identifier: Apache-2.0
/** The same calls on the single machine's parts and on LocalStack. */
@NullMarked
package rapporto.local.localstack.differential;

import org.jspecify.annotations.NullMarked;
