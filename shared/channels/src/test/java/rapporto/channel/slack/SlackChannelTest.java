// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import rapporto.channel.Channel;
import rapporto.testkit.ChannelContract;

class SlackChannelTest extends ChannelContract {
    @Override
    protected Channel channel() {
        return new SlackChannel();
    }

    @Override
    protected String signatureHeader() {
        return "x-slack-signature";
    }

    @Override
    protected boolean signsTime() {
        return true;
    }
}
