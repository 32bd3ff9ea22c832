// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import rapporto.settings.SettingsStore.Stored;

/**
 * What changes between a stored document and another, as a unified diff.
 *
 * @param text empty when they are the same
 */
record Difference(String text) {
    private static final int LINES_AROUND = 3;

    static Difference between(Optional<Stored> stored, String name, String document) {
        var before = stored.map(Stored::document).orElse("");
        if (stored.isPresent() && before.equals(document)) {
            return new Difference("");
        }
        var label = stored.map(one -> "version " + one.version()).orElse("nothing");
        var from = before.lines().toList();
        var patch = DiffUtils.diff(from, document.lines().toList());
        var lines = UnifiedDiffUtils.generateUnifiedDiff(label, name, from, patch, LINES_AROUND);
        return new Difference(lines.isEmpty() ? "line ends differ\n" : String.join("\n", lines) + "\n");
    }

    boolean isNone() {
        return text.isEmpty();
    }

    /** In UTF-8 whatever the terminal speaks: it may be a patch. */
    void print() {
        System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
