// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.util.List;

/** A template that cannot be made, with every fault of it. */
public final class TemplateFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<TemplateFault> faults;

    TemplateFaults(List<TemplateFault> faults) {
        super(String.join("\n", faults.stream().map(TemplateFault::toString).toList()));
        this.faults = List.copyOf(faults);
    }

    /** In the order of their lines. */
    public List<TemplateFault> faults() {
        return faults;
    }
}
