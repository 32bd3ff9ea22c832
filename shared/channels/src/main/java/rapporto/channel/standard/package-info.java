// SPDX-License-Identifier: Apache-2.0
/** Standard Webhooks (channels.md section 19): in-house applications that speak our own contract, docs/standard-channel.md. */
@NullMarked
package rapporto.channel.standard;

import org.jspecify.annotations.NullMarked;
