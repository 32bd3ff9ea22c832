// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import rapporto.escalation.Cases;
import rapporto.memory.InMemoryCases;

class InMemoryCasesTest extends CasesContract {
    @Override
    protected Cases noCases() {
        return new InMemoryCases();
    }
}
