// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import rapporto.history.History;
import rapporto.memory.InMemoryHistory;

class InMemoryHistoryTest extends HistoryContract {
    @Override
    protected History emptyHistory() {
        return new InMemoryHistory();
    }
}
