// SPDX-License-Identifier: Apache-2.0
/** Slack's Events API (channels.md section 1): what a workspace's people and bots say and do. */
@NullMarked
package rapporto.channel.slack;

import org.jspecify.annotations.NullMarked;
