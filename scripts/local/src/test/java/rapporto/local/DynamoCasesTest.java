// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import rapporto.aws.dynamodb.DynamoCases;
import rapporto.escalation.Cases;
import rapporto.testkit.CasesContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoCasesTest extends CasesContract {
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
    protected Cases noCases() {
        return new DynamoCases(table.client(), table.emptyTable());
    }
}
