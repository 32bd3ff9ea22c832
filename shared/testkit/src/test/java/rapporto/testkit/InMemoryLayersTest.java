// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import rapporto.correction.Layers;
import rapporto.memory.InMemoryLayers;

class InMemoryLayersTest extends LayersContract {
    @Override
    protected Layers noLayers() {
        return new InMemoryLayers();
    }
}
