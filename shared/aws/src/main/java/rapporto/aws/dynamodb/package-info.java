// SPDX-License-Identifier: Apache-2.0
/** The table: history, cases and settings as items. Knows keys, indexes and conditions; decides nothing. */
@NullMarked
package rapporto.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
