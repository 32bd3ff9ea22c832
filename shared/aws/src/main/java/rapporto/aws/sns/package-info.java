// SPDX-License-Identifier: Apache-2.0
/** Topics on SNS. */
@NullMarked
package rapporto.aws.sns;

import org.jspecify.annotations.NullMarked;
