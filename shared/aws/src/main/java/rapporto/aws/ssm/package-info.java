// SPDX-License-Identifier: Apache-2.0
/** Secrets in Parameter Store. */
@NullMarked
package rapporto.aws.ssm;

import org.jspecify.annotations.NullMarked;
