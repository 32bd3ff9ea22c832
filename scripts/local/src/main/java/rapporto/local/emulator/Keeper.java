// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.io.IOException;

/** Who keeps parameters beyond the end of the process. */
@FunctionalInterface
public interface Keeper {
    /**
     * Takes a new value before it holds.
     *
     * @throws IOException when it cannot be kept: then it does not hold either
     */
    void keep(String name, String value) throws IOException;
}
