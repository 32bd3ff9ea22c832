// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.List;

/**
 * All that teams ever corrected; nothing is taken back, only overruled. Every implementation passes
 * {@code CorrectionsContract}. Methods throw {@link rapporto.outage.StoreUnavailable} when the store did not answer;
 * calling again is safe.
 */
public interface Corrections {
    /** Appends a correction; the same again changes nothing. */
    void append(Correction correction);

    /** All corrections of a team, oldest first. */
    List<Correction> of(String team);
}
