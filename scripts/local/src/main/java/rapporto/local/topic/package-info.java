// SPDX-License-Identifier: Apache-2.0
/**
 * A small SNS for one machine: topics, subscriptions to queues, web hooks and an inbox, over SNS's own protocol on
 * loopback. Knows nothing of what the messages mean and nothing of who started it.
 */
@NullMarked
package rapporto.local.topic;

import org.jspecify.annotations.NullMarked;
