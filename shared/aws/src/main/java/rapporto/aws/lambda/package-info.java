// SPDX-License-Identifier: Apache-2.0
/** The edge to Lambda: events in, answers, partial failures, metrics and log lines out. The one place that decides what SQS tries again. */
@NullMarked
package rapporto.aws.lambda;

import org.jspecify.annotations.NullMarked;
