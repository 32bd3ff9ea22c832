// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.List;
import java.util.Optional;

/** Makes a layer out of what a team corrected. The same lessons and active layer make the same bytes. */
public interface LayerMaker {
    /**
     * Learns from {@code lessons} and tries out what was learnt.
     *
     * @param lessons the weightiest first: of duplicates that contradict each other the first counts
     * @param active what reads now; one that cannot be read counts as none
     */
    Made make(List<Lesson> lessons, Optional<LayerBytes> active);

    /**
     * What came of it.
     *
     * @param layer what was learnt
     * @param duplicates the active layer with the duplicates of these lessons, for when the trial is not passed
     */
    record Made(LayerBytes layer, Trial trial, LayerBytes duplicates) {}
}
