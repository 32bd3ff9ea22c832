// SPDX-License-Identifier: Apache-2.0
/** The front door of the single machine: HTTP in, API Gateway's events out, and what tools may ask of the machine. */
@NullMarked
package rapporto.local.http;

import org.jspecify.annotations.NullMarked;
