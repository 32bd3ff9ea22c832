// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapporto.reading.Intent;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** What a person says of an item under one head of the label guide. */
public sealed interface Judgement {
    /** Every head that can be judged, in the order in which a reading tells them. */
    List<String> HEADS = List.of("language", "sentiment", "intents", "urgency", "toxicity");

    /** The head that it is about: {@code sentiment}. */
    default String head() {
        return switch (this) {
            case Language _ -> "language";
            case Feeling _ -> "sentiment";
            case Intents _ -> "intents";
            case Urgency _ -> "urgency";
            case Insult _ -> "toxicity";
        };
    }

    /** What it says in the guide's words: {@code problem,question}. */
    default String value() {
        return switch (this) {
            case Language(var code) -> code;
            case Feeling(var sentiment) -> word(sentiment);
            case Intents(var intents) -> intents.stream().map(Intent::word).collect(Collectors.joining(","));
            case Urgency(int level) -> Integer.toString(level);
            case Insult(var toxicity) -> word(toxicity);
        };
    }

    /** Whether a reading says the same; of the intents the primary one decides. */
    default boolean agrees(Reading reading) {
        return switch (this) {
            case Language(var code) -> reading.language().value().equals(code);
            case Feeling(var sentiment) -> reading.sentiment().value() == sentiment;
            case Intents(var intents) -> reading.primary().value() == intents.getFirst();
            case Urgency(int level) -> reading.urgency().value() == level;
            case Insult(var toxicity) -> reading.toxicity().value() == toxicity;
        };
    }

    /**
     * Reads what {@link #head} and {@link #value} wrote.
     *
     * @throws IllegalArgumentException saying what was found and what was wanted
     */
    static Judgement of(String head, String value) {
        return switch (head) {
            case "language" -> new Language(value);
            case "sentiment" -> new Feeling(one(head, value, Feeling.TOLD));
            case "intents" ->
                new Intents(Arrays.stream(value.split(",", -1))
                        .map(word -> one("intent", word, List.of(Intent.values())))
                        .toList());
            case "urgency" -> new Urgency(one(head, value, List.of(0, 1, 2, 3)));
            case "toxicity" -> new Insult(one(head, value, Insult.TOLD));
            default -> throw wanted("head", head, String.join(", ", HEADS));
        };
    }

    /** Reads {@code head=value}; otherwise as {@link #of}. */
    static Judgement parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw wanted("label", text, "HEAD=VALUE with a head of " + String.join(", ", HEADS));
        }
        return of(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** @param code ISO 639-1, or {@code und} */
    record Language(String code) implements Judgement {
        private static final Pattern CODE = Pattern.compile("[a-z]{2}|und");

        /** Refuses what is no code. */
        public Language {
            if (!CODE.matcher(code).matches()) {
                throw wanted("language", code, "an ISO 639-1 code such as it, or und");
            }
        }
    }

    /** @param sentiment one that a person can tell */
    record Feeling(Sentiment sentiment) implements Judgement {
        private static final List<Sentiment> TOLD = List.of(Sentiment.POSITIVE, Sentiment.NEGATIVE, Sentiment.NEUTRAL);

        /** Refuses what only a model says. */
        public Feeling {
            one("sentiment", word(sentiment), TOLD);
        }
    }

    /** @param intents all that hold; the first is the primary one */
    record Intents(List<Intent> intents) implements Judgement {
        /** Puts them in the guide's order. */
        public Intents {
            intents = intents.stream().distinct().sorted().toList();
            if (intents.isEmpty() || (intents.size() > 1 && intents.contains(Intent.CHAT))) {
                throw wanted("intents", intents.toString(), "at least one, and chat alone");
            }
        }
    }

    /** @param level 0 to 3 */
    record Urgency(int level) implements Judgement {
        /** Refuses any other level. */
        public Urgency {
            one("urgency", Integer.toString(level), List.of(0, 1, 2, 3));
        }
    }

    /** @param toxicity one that a person can tell */
    record Insult(Toxicity toxicity) implements Judgement {
        private static final List<Toxicity> TOLD = List.of(Toxicity.TOXIC, Toxicity.CLEAN);

        /** Refuses what only a model says. */
        public Insult {
            one("toxicity", word(toxicity), TOLD);
        }
    }

    private static <T> T one(String what, String found, List<T> allowed) {
        return allowed.stream()
                .filter(value -> word(value).equals(found))
                .findFirst()
                .orElseThrow(() -> wanted(
                        what,
                        found,
                        "one of " + allowed.stream().map(Judgement::word).collect(Collectors.joining(", "))));
    }

    private static String word(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException wanted(String what, String found, String wanted) {
        return new IllegalArgumentException("%s is %s, wanted %s".formatted(what, found, wanted));
    }
}
