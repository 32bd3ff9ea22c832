// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The phrases of one language, found by how their first word begins. A line is {@code cue strength words...}. */
final class Phrases {
    private static final int PREFIX = 2;
    private static final int LOOK_BACK = 2;

    /** What turns a phrase after it into its opposite: "non è urgente", "not urgent". */
    private static final Set<String> NEGATIONS = Set.of(
            "non", "nessun", "nessuna", "niente", "senza", "mai", "not", "no", "never", "without", "isnt", "dont",
            "wasnt");

    private final Map<String, List<Phrase>> byPrefix = new HashMap<>();

    static Phrases of(String language) {
        var name = language + ".txt";
        try (var resource = Phrases.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Phrases parse(String name, String text) {
        var phrases = new Phrases();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                phrases.add(phrase(name, number, line.strip().split("\\s+")));
            }
        }
        return phrases;
    }

    private static Phrase phrase(String name, int line, String[] parts) {
        try {
            var cue = Cue.valueOf(parts[0].toUpperCase(Locale.ROOT));
            double strength = Double.parseDouble(parts[1]);
            var words = List.of(parts).subList(2, parts.length);
            if (words.isEmpty() || strength <= 0 || strength > 1 || isTooShort(words.getFirst())) {
                throw new IllegalArgumentException("phrase");
            }
            return new Phrase(cue, strength, words);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "%s line %d is %s, wanted: cue strength words".formatted(name, line, String.join(" ", parts)), e);
        }
    }

    /** A first word of any ending is looked up by its first letters, so it must have them. */
    private static boolean isTooShort(String first) {
        return first.equals("*") || (first.endsWith("~") && first.length() <= PREFIX);
    }

    private void add(Phrase phrase) {
        byPrefix.computeIfAbsent(prefix(phrase.words().getFirst()), _ -> new ArrayList<>())
                .add(phrase);
    }

    /** Every phrase that stands in the text and is not negated. */
    List<Found> find(List<Token> tokens, String text) {
        var found = new ArrayList<Found>();
        for (int at = 0; at < tokens.size(); at++) {
            for (var phrase : byPrefix.getOrDefault(prefix(tokens.get(at).folded()), List.of())) {
                int length = phrase.length(tokens, at);
                if (length > 0 && !isNegated(tokens, at, phrase.cue())) {
                    var words = text.substring(
                            tokens.get(at).start(), tokens.get(at + length - 1).end());
                    found.add(new Found(phrase.cue(), phrase.strength(), words));
                }
            }
        }
        return found;
    }

    /** Signs of risk are never taken back by a "non" before them: "non chiamatemi, parlerà il mio avvocato". */
    private static boolean isNegated(List<Token> tokens, int at, Cue cue) {
        return switch (cue) {
            case BLOCKED, PRAISE, THANKS, OUTAGE, PROBLEM, COMPLAINT, PRESS, JOB, TOXIC ->
                tokens.subList(Math.max(0, at - LOOK_BACK), at).stream()
                        .anyMatch(token -> NEGATIONS.contains(token.folded()));
            case DANGER,
                    LEAK,
                    FRAUD,
                    LEGAL,
                    HARASSMENT,
                    CAMPAIGN,
                    SPREADING,
                    OFFER,
                    IDEA,
                    QUESTION,
                    RHETORICAL,
                    SPAM,
                    PATIENT,
                    DEADLINE -> false;
        };
    }

    private static String prefix(String word) {
        return word.substring(0, Math.min(PREFIX, word.length()));
    }
}
