// SPDX-License-Identifier: Apache-2.0
/**
 * The same promises on LocalStack, whose resources its CloudFormation makes from the project's own template. Wants {@code
 * scripts/localstack start} before it; {@code scripts/test} sees to that.
 */
@NullMarked
package rapporto.local.localstack;

import org.jspecify.annotations.NullMarked;
