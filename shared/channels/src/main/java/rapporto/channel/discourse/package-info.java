// SPDX-License-Identifier: Apache-2.0
/** Discourse's webhooks (channels.md section 7): topics, posts, likes and accepted answers of a forum. */
@NullMarked
package rapporto.channel.discourse;

import org.jspecify.annotations.NullMarked;
