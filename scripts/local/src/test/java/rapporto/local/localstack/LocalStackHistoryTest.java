// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.history.History;
import rapporto.testkit.HistoryContract;

@Tag("localstack")
class LocalStackHistoryTest extends HistoryContract {
    private final StackTable table = new StackTable();

    @AfterEach
    void stop() {
        table.close();
    }

    @Override
    protected History emptyHistory() {
        return new DynamoHistory(table.client(), table.empty());
    }
}
