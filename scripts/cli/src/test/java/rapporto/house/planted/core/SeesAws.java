// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.core;

import software.amazon.awssdk.services.sqs.SqsClient;

/** Breaks: core sees no AWS class. */
public record SeesAws(SqsClient queue) {}
