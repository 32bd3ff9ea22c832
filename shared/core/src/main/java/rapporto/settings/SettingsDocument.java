// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.List;
import java.util.Set;

/** Stub. */
public final class SettingsDocument {
    private SettingsDocument() {}

    /** Out. */
    public sealed interface Outcome {}

    /** V. */
    public record Valid(Settings settings) implements Outcome {}

    /** F. */
    public record Faulty(List<String> faults) implements Outcome {}

    /** R. */
    public static Outcome read(String yaml, Set<String> channels) {
        return new Faulty(List.of(yaml + channels));
    }
}
