// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import rapporto.correction.Corrections;
import rapporto.memory.InMemoryCorrections;

class InMemoryCorrectionsTest extends CorrectionsContract {
    @Override
    protected Corrections noCorrections() {
        return new InMemoryCorrections();
    }
}
