// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import rapporto.reading.language.LanguageIdentifier;
import rapporto.reading.linear.Ledger;

/** Whether languages are told: of Lingua's words, word pairs and sentences, and of tweets. */
record LanguageBenchmarks(Path data, LanguageIdentifier identifier, Ledger ledger, Report report) {
    private static final List<String> SETS = List.of("single-words", "word-pairs", "sentences");
    private static final List<String> LANGUAGES = List.of(
            "en", "it", "es", "fr", "de", "pt", "nl", "pl", "ro", "ca", "sv", "da", "nb", "fi", "cs", "tr", "ru", "uk",
            "ar", "hi");
    private static final Pattern NO_WORDS = Pattern.compile("https?\\S*|@\\w+|#\\w+");

    /** The slow baseline reads each so many items. */
    private static final int EVERY = 10;

    void run() {
        for (var set : SETS) {
            var file = data.resolve("lid").resolve(set + ".tsv");
            if (!Files.exists(file)) {
                report.note("missing: lid/%s.tsv".formatted(set));
            } else if (trained(file)) {
                report.note("lid/%s.tsv trained the table, so it cannot measure it".formatted(set));
            } else {
                measure("lid", set, rows(file), true);
            }
        }
        for (var folder : Sources.UMSAB.keySet()) {
            var language = Sources.UMSAB.getOrDefault(folder, "und");
            // Hindi is written in Latin letters there.
            if (!language.equals("hi")) {
                tweets(folder, language);
            }
        }
    }

    private boolean trained(Path file) {
        var digest = Lines.digest(List.of(file));
        return ledger.sources().stream().anyMatch(source -> source.digest().equals(digest));
    }

    private void tweets(String folder, String language) {
        var path = data.resolve("umsab").resolve(folder);
        for (var split : List.of("test", "val")) {
            if (Files.exists(path.resolve(split + "_text.txt"))) {
                var rows = Sources.umsab(data, folder, split).stream()
                        .map(one -> NO_WORDS.matcher(one.example().text())
                                .replaceAll(" ")
                                .strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> List.of(language, text))
                        .toList();
                measure("tweets", language, rows, false);
                return;
            }
        }
    }

    private static List<List<String>> rows(Path file) {
        return Lines.of(file).stream()
                .map(line -> List.of(line.split("\t", 2)))
                .filter(row -> LANGUAGES.contains(row.getFirst()))
                .toList();
    }

    private void measure(String set, String part, List<List<String>> rows, boolean baseline) {
        add(set, part, "shipped", rows, text -> identifier
                .identify(text, Optional.empty())
                .language());
        if (baseline) {
            var some = new ArrayList<List<String>>();
            for (int i = 0; i < rows.size(); i += EVERY) {
                some.add(rows.get(i));
            }
            var detector = lingua();
            add(set, part, "lingua", some, text -> detector.detectLanguageOf(text)
                    .getIsoCode639_1()
                    .toString()
                    .toLowerCase(Locale.ROOT));
            detector.unloadLanguageModels();
        }
    }

    private static LanguageDetector lingua() {
        var languages = Language.all().stream()
                .filter(language ->
                        LANGUAGES.contains(language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT)))
                .toArray(Language[]::new);
        return LanguageDetectorBuilder.fromLanguages(languages).build();
    }

    private void add(String set, String part, String build, List<List<String>> rows, UnaryOperator<String> tell) {
        var gold =
                rows.stream().mapToInt(row -> LANGUAGES.indexOf(row.getFirst())).toArray();
        var said = rows.stream()
                .mapToInt(row -> LANGUAGES.indexOf(tell.apply(row.get(1))))
                .toArray();
        report.add(set, part, build, "language", "accuracy", Metric.accuracy(gold, said), rows.size());
    }
}
