// SPDX-License-Identifier: Apache-2.0
package rapporto.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP headers, looked up in any case. Immutable; names are kept in lower case. */
public record Headers(Map<String, String> values) {
    /** Lower-cases names; of two that differ only in case the later one stays. */
    public Headers {
        var lower = new TreeMap<String, String>();
        values.forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
        values = java.util.Collections.unmodifiableMap(lower);
    }

    /** The value of {@code name} in any case. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** These headers without those that {@code names} (lower case) does not list. */
    public Headers only(Collection<String> names) {
        var kept = new TreeMap<>(values);
        kept.keySet().retainAll(names);
        return new Headers(kept);
    }
}
