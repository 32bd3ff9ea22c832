// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import rapporto.alert.AlertMessage;
import rapporto.alert.Alerts;

/** A topic that keeps what was published. Thread-safe. */
public final class InMemoryAlerts implements Alerts {
    private final CopyOnWriteArrayList<AlertMessage> published = new CopyOnWriteArrayList<>();

    @Override
    public void publish(AlertMessage message) {
        published.add(message);
    }

    /** What was published, in that order. */
    public List<AlertMessage> published() {
        return List.copyOf(published);
    }
}
