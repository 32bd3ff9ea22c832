// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.util.List;
import rapporto.history.Remembered;

/** What became of a delivery: it ends in exactly one of these. */
public sealed interface Classified {
    /** In history; one outcome for each of its interactions that was not too old to keep. */
    record Kept(List<Remembered.Outcome> outcomes) implements Classified {}

    /** Housekeeping, with a reason that is counted. */
    record Ignored(String reason) implements Classified {}

    /** With the dead letters, with a reason that people can read. */
    record Buried(String reason) implements Classified {}
}
