// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import java.util.List;
import rapporto.alert.AlertMessage;
import rapporto.alert.Alerts;
import rapporto.memory.InMemoryAlerts;

class InMemoryAlertsTest extends AlertsContract {
    private final InMemoryAlerts alerts = new InMemoryAlerts();

    @Override
    protected Alerts quietAlerts() {
        return alerts;
    }

    @Override
    protected List<AlertMessage> received(int count) {
        return alerts.published();
    }
}
