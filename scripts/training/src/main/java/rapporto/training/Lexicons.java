// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapporto.reading.features.Lexicon;

/** The lexicon folder: a file a language, and the emoji, which count in every language. */
final class Lexicons {
    private Lexicons() {}

    /** Those of {@code languages}, and the emoji alone for any other. */
    static Lexicon read(Path folder, List<String> languages) {
        var emoji = Lines.of(folder.resolve("emoji.txt"));
        Map<String, List<String>> lines = new TreeMap<>();
        for (var language : languages) {
            var own = new ArrayList<>(Lines.of(folder.resolve(language + ".txt")));
            own.addAll(emoji);
            lines.put(language, own);
        }
        lines.put("und", emoji);
        return Lexicon.of(lines);
    }
}
