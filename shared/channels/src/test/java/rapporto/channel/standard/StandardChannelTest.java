// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.standard;

import rapporto.channel.Channel;
import rapporto.testkit.ChannelContract;

class StandardChannelTest extends ChannelContract {
    @Override
    protected Channel channel() {
        return new StandardChannel();
    }

    @Override
    protected String signatureHeader() {
        return "webhook-signature";
    }

    @Override
    protected boolean signsTime() {
        return true;
    }
}
