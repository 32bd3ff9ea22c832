// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Files of Multilingual HateCheck: tab-separated, with a header that names {@code test_case} and {@code label_gold}. */
final class HateCheck {
    private static final Map<String, String> LANGUAGES = Map.of(
            "italian", "it", "spanish", "es", "french", "fr", "german", "de", "portuguese", "pt", "english", "en");

    private HateCheck() {}

    /** The cases by language, which is that of the file's name. */
    static Map<String, List<Labelled>> read(Path file) {
        var lines = Lines.of(file);
        var header = List.of(lines.getFirst().split("\t", -1));
        int text = column(file, header, "test_case");
        int label = column(file, header, "label_gold");
        var language = language(file.getFileName().toString().toLowerCase(Locale.ROOT));
        var byLanguage = new TreeMap<String, List<Labelled>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            if (cells.length == header.size()) {
                long answer = cells[label].equals("hateful") ? 1 : 0;
                byLanguage
                        .computeIfAbsent(language, _ -> new ArrayList<>())
                        .add(new Labelled(Example.of(cells[text], language), answer, 1));
            }
        }
        return byLanguage;
    }

    private static int column(Path file, List<String> header, String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "%s line 1 is %s, wanted a column %s".formatted(file.getFileName(), header, name));
        }
        return column;
    }

    private static String language(String file) {
        return LANGUAGES.entrySet().stream()
                .filter(entry -> file.contains(entry.getKey())
                        || file.matches("(.*[^a-z])?%s[^a-z].*".formatted(entry.getValue())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("und");
    }
}
