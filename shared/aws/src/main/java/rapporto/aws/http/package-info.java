// SPDX-License-Identifier: Apache-2.0
/** Calls of AWS services without the SDK's client for them: only its HTTP and its signatures. Knows no service. */
@NullMarked
package rapporto.aws.http;

import org.jspecify.annotations.NullMarked;
