// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import rapporto.interaction.ContentKey;

/**
 * That a person of a team read an item differently. Holds no text: that is looked up in the history, so that what was
 * deleted or forgotten there teaches nothing any more.
 *
 * @param team by its id
 * @param by who says so
 */
public record Correction(String team, ContentKey item, Judgement judgement, String by, Role role, Instant at) {
    private static final int MAX_NAME = 100;

    /** Keeps microseconds; refuses a blank team and a blank or overlong name. */
    public Correction {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (team.isBlank()) {
            throw new IllegalArgumentException("team is blank, wanted its id");
        }
        if (by.isBlank() || by.length() > MAX_NAME) {
            throw new IllegalArgumentException("name has %d characters, wanted 1 to %d"
                    .formatted(by.strip().length(), MAX_NAME));
        }
    }
}
