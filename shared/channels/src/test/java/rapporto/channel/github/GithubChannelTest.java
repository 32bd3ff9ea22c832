// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.github;

import rapporto.channel.Channel;
import rapporto.testkit.ChannelContract;

class GithubChannelTest extends ChannelContract {
    @Override
    protected Channel channel() {
        return new GithubChannel();
    }

    @Override
    protected String signatureHeader() {
        return "x-hub-signature-256";
    }

    @Override
    protected boolean signsTime() {
        return false;
    }
}
