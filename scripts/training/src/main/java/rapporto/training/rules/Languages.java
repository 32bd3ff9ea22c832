// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rapporto.reading.Label;

/** Languages by script, and those in Latin letters by their function words. */
final class Languages {
    static final String NONE = "und";

    /** So few function words decide less than what is usual at the source. */
    private static final int FEW = 2;

    private final Map<String, Set<String>> functionWords = new HashMap<>();

    Languages() {
        try (var resource = Languages.class.getResourceAsStream("languages.txt")) {
            if (resource == null) {
                throw new IllegalStateException("languages.txt is missing from the class path");
            }
            for (var line : new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                var parts = line.strip().split("\\s+");
                if (parts.length > 1 && !line.startsWith("#")) {
                    functionWords.put(parts[0], new HashSet<>(List.of(parts).subList(1, parts.length)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Label<String> identify(String said, List<Token> tokens, Optional<String> usual) {
        var script = byScript(said);
        if (script.isPresent()) {
            return Label.byRule(script.get(), 0.9, List.of());
        }
        var evidence = new HashMap<String, List<String>>();
        for (var token : tokens) {
            functionWords.forEach((language, words) -> {
                if (words.contains(token.folded())) {
                    evidence.computeIfAbsent(language, _ -> new ArrayList<>())
                            .add(said.substring(token.start(), token.end()));
                }
            });
        }
        return best(evidence, tokens, usual);
    }

    private static Label<String> best(Map<String, List<String>> evidence, List<Token> tokens, Optional<String> usual) {
        var best = evidence.entrySet().stream().max((one, two) -> {
            int more = Double.compare(weight(one, usual), weight(two, usual));
            return more != 0 ? more : two.getKey().compareTo(one.getKey());
        });
        boolean words = tokens.stream().anyMatch(token -> token.folded().chars().anyMatch(Character::isLetter));
        if (best.isEmpty()) {
            boolean said =
                    tokens.stream().filter(token -> token.folded().length() > 1).count() > 1;
            return words && said && usual.isPresent()
                    ? Label.byRule(usual.get(), 0.5, List.of())
                    : Label.byRule(NONE, 0.5, List.of());
        }
        int hits = best.get().getValue().size();
        double score = Math.min(0.99, 0.5 + 0.1 * hits);
        var shown = best.get().getValue().stream().distinct().limit(5).toList();
        return Label.byRule(best.get().getKey(), score, shown);
    }

    private static double weight(Map.Entry<String, List<String>> entry, Optional<String> usual) {
        int hits = entry.getValue().size();
        boolean likely = usual.filter(entry.getKey()::equals).isPresent();
        return likely && hits <= FEW ? hits + 1.5 : likely ? hits + 0.5 : hits;
    }

    private static Optional<String> byScript(String text) {
        var counts = new HashMap<String, Integer>();
        int[] letters = new int[1];
        text.codePoints().filter(Character::isLetter).forEach(point -> {
            letters[0]++;
            language(Character.UnicodeScript.of(point)).ifPresent(code -> counts.merge(code, 1, Integer::sum));
        });
        // Japanese mixes its syllables with Chinese characters: any syllable makes the text Japanese.
        if (counts.containsKey("ja")) {
            return Optional.of("ja");
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > letters[0])
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> language(Character.UnicodeScript script) {
        return Optional.ofNullable(
                switch (script) {
                    case ARABIC -> "ar";
                    case CYRILLIC -> "ru";
                    case GREEK -> "el";
                    case HAN -> "zh";
                    case HIRAGANA, KATAKANA -> "ja";
                    case HANGUL -> "ko";
                    case HEBREW -> "he";
                    case DEVANAGARI -> "hi";
                    case THAI -> "th";
                    default -> null;
                });
    }
}
