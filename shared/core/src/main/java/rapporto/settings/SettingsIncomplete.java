// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used: somebody has to change the document. Trying again does not help. */
public final class SettingsIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Fault holds text and a number.
    private final List<Fault> faults;

    /** @param faults all of them, in the order of their lines */
    public SettingsIncomplete(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** All that is wrong, in the order of the lines. */
    public List<Fault> faults() {
        return faults;
    }
}
