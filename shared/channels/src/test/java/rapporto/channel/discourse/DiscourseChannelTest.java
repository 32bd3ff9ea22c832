// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.discourse;

import rapporto.channel.Channel;
import rapporto.testkit.ChannelContract;

class DiscourseChannelTest extends ChannelContract {
    @Override
    protected Channel channel() {
        return new DiscourseChannel();
    }

    @Override
    protected String signatureHeader() {
        return "x-discourse-event-signature";
    }

    @Override
    protected boolean signsTime() {
        return false;
    }
}
