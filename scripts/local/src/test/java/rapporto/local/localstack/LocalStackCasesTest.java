// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import rapporto.aws.dynamodb.DynamoCases;
import rapporto.escalation.Cases;
import rapporto.testkit.CasesContract;

@Tag("localstack")
class LocalStackCasesTest extends CasesContract {
    private final StackTable table = new StackTable();

    @AfterEach
    void stop() {
        table.close();
    }

    @Override
    protected Cases noCases() {
        return new DynamoCases(table.client(), table.empty());
    }
}
