// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import rapporto.aws.dynamodb.DynamoLayers;
import rapporto.correction.Layers;
import rapporto.testkit.LayersContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoLayersTest extends LayersContract {
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
    protected Layers noLayers() {
        return new DynamoLayers(table.client(), table.emptyTable());
    }
}
