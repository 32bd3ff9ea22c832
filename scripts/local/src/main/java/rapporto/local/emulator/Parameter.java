// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.time.Instant;

/**
 * One SecureString parameter.
 *
 * @param version 1 for the first value, one more for each later one
 * @param changed when it took this value
 */
record Parameter(String value, long version, Instant changed) {
    /** This parameter after it took the value of {@code newer}. */
    Parameter next(Parameter newer) {
        return new Parameter(newer.value(), version + 1, newer.changed());
    }

    Parameter changedAt(Instant then) {
        return new Parameter(value, version, then);
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "Parameter[version %d]".formatted(version);
    }
}
