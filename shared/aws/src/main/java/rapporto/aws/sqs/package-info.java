// SPDX-License-Identifier: Apache-2.0
/** Queues on SQS. */
@NullMarked
package rapporto.aws.sqs;

import org.jspecify.annotations.NullMarked;
