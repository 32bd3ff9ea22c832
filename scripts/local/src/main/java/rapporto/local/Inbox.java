// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.List;
import rapporto.local.topic.InboxMessage;

/** The machine's own subscription to the alert topic. */
interface Inbox extends AutoCloseable {
    /** What it received, oldest first. */
    List<InboxMessage> messages();

    @Override
    void close();
}
