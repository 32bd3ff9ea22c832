// SPDX-License-Identifier: Apache-2.0
/** GitHub's webhooks (channels.md section 8): issues, pull requests, discussions, stars and memberships. */
@NullMarked
package rapporto.channel.github;

import org.jspecify.annotations.NullMarked;
