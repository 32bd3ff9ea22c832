// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.util.Optional;
import java.util.function.Supplier;

/** Steps of which one that fails keeps no other from being done. */
final class Attempts {
    private Optional<RuntimeException> firstFault = Optional.empty();

    /** What {@code step} gave; empty when it failed. */
    <T> Optional<T> of(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RuntimeException e) {
            firstFault = firstFault.or(() -> Optional.of(e));
            return Optional.empty();
        }
    }

    /** Throws the first fault of all steps; nothing when there was none. */
    void throwFirstFault() {
        if (firstFault.isPresent()) {
            throw firstFault.get();
        }
    }
}
