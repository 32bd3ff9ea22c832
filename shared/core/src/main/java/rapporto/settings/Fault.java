// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

/**
 * Something wrong in a settings document.
 *
 * @param line from 1
 * @param path of the value: {@code sources[0].team}; empty for the whole document
 * @param message what was found and what was wanted
 */
public record Fault(int line, String path, String message) {
    /** One line for people: {@code line 12: sources[0].team is "suport", wanted one of press, support}. */
    @Override
    public String toString() {
        return "line %d: %s%s".formatted(line, path.isEmpty() ? "" : path + " ", message);
    }
}
