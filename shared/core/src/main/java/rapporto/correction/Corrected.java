// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.List;
import java.util.Optional;
import rapporto.interaction.ContentKey;

/** What came of a correction. */
public sealed interface Corrected {
    /** The item is not there: never seen, hidden, deleted, or its person was forgotten. Nothing was kept. */
    record NoSuchItem(ContentKey item) implements Corrected {}

    /**
     * It was kept and learnt from.
     *
     * @param dropped items that were corrected once and are gone since
     * @param active the version that reads now
     * @param proposal the version that did not pass its trial, if that was so
     * @param trial of what was learnt; empty when nothing was left to learn from
     */
    record Learnt(
            Settled settled, List<ContentKey> dropped, long active, Optional<Long> proposal, Optional<Trial> trial)
            implements Corrected {}
}
