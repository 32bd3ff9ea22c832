// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a layer showed before it was let in, in points: right answers of a hundred.
 *
 * @param corrections how many it was made from
 * @param folds on corrections that the rest was learnt without, in five parts
 * @param core on items that no model and no layer learns from, for each head
 */
public record Trial(int corrections, Points folds, List<Points> core) {
    /** A layer that loses as many points of any head on the core set is not let in. */
    public static final double TOO_MANY_LOST = 0.5;

    /** Copies the list. */
    public Trial {
        core = List.copyOf(core);
    }

    /**
     * Right answers without the layer and with it.
     *
     * @param of the head, or {@code folds}
     */
    public record Points(String of, double before, double after) {
        /** What the layer adds. */
        public double gain() {
            return after - before;
        }

        /** For people: {@code sentiment 71.3 -> 71.0}. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.1f -> %.1f", of, before, after);
        }
    }

    /** Whether the layer may read: it gains on the folds, and harms no head. */
    public boolean passes() {
        return refusal().isEmpty();
    }

    /** Why the layer may not read; empty when it may. */
    public Optional<String> refusal() {
        if (folds.gain() <= 0) {
            return Optional.of("no gain on the corrections themselves: " + folds);
        }
        return core.stream()
                .filter(points -> -points.gain() >= TOO_MANY_LOST)
                .findFirst()
                .map(points -> "harm on the core set: " + points);
    }
}
