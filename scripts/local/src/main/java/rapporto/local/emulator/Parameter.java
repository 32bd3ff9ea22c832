// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

/**
 * One SecureString parameter.
 *
 * @param version 1 for the first value, one more for each later one
 */
record Parameter(String value, long version) {
    /** This parameter after it was overwritten. */
    Parameter next(String newValue) {
        return new Parameter(newValue, version + 1);
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "Parameter[version %d]".formatted(version);
    }
}
