// SPDX-License-Identifier: Apache-2.0
package rapporto.intake;

import java.util.Optional;
import rapporto.channel.Door;
import rapporto.interaction.SourceId;

/** Where the doors of all sources are kept, with their secrets. */
public interface Doors {
    /**
     * The door of {@code source}; empty when there is no such source.
     *
     * @throws rapporto.outage.StoreUnavailable when the store of secrets did not answer; asking again is safe
     */
    Optional<Door> door(SourceId source);
}
