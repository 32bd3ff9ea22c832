// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.List;

/** On the single machine's own parts. */
class JourneyTest extends JourneyContract {
    @Override
    protected List<String> options() {
        return List.of();
    }
}
