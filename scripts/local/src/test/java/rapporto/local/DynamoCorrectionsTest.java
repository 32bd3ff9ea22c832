// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import rapporto.aws.dynamodb.DynamoCorrections;
import rapporto.correction.Corrections;
import rapporto.testkit.CorrectionsContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoCorrectionsTest extends CorrectionsContract {
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
    protected Corrections noCorrections() {
        return new DynamoCorrections(table.client(), table.emptyTable());
    }
}
