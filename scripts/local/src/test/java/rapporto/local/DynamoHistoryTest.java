// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.history.History;
import rapporto.testkit.HistoryContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoHistoryTest extends HistoryContract {
    private LocalTable table;

    @BeforeAll
    void start() {
        table = new LocalTable();
    }

    @AfterAll
    void stop() {
        table.close();
    }

    @Override
    protected History emptyHistory() {
        return new DynamoHistory(table.client(), table.emptyTable());
    }
}
