// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Label;
import rapporto.reading.Reader;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/**
 * Reads Italian and English by phrases, any language by its script and function words. A score is the strength of the
 * strongest phrase that was found; sentiment is left to a model.
 */
public final class RuleReader implements Reader {
    /** Version of these rules; readings of a greater one may replace theirs. */
    public static final int VERSION = 1;

    private static final double NOTHING_FOUND = 0.3;
    private static final double QUESTION_MARK = 0.7;
    private static final double FAULT_SHOWN = 0.8;
    private static final int MAX_REASONS = 5;

    private final Languages languages = new Languages();
    private final Phrases italian = Phrases.of("it");
    private final Phrases english = Phrases.of("en");

    @Override
    public Reading read(Item item) {
        var prose = Prose.of(item.words().passage());
        var tokens = Token.of(prose.said());
        var language = languages.identify(prose.said(), tokens, item.usualLanguage());
        var evidence = new Evidence(find(prose, tokens, language.value()));
        return new Reading(
                VERSION,
                language,
                Label.byRule(Sentiment.UNKNOWN, 0, List.of()),
                intents(evidence),
                Urgency.of(evidence),
                toxicity(evidence, language.value()));
    }

    /** People mix languages, above all in short items: only a text surely in another one is not read with both. */
    private List<Found> find(Prose prose, List<Token> tokens, String language) {
        var found = new ArrayList<Found>();
        boolean ours = language.equals("it") || language.equals("en") || language.equals(Languages.NONE);
        if (ours) {
            found.addAll(italian.find(tokens, prose.said()));
            found.addAll(english.find(tokens, prose.said()));
        }
        if (tokens.stream().anyMatch(token -> token.folded().equals("?"))) {
            found.add(new Found(Cue.QUESTION, QUESTION_MARK, "?"));
        }
        if (prose.hasFault()) {
            found.add(new Found(Cue.PROBLEM, FAULT_SHOWN, ""));
        }
        return found;
    }

    private static List<Label<Intent>> intents(Evidence evidence) {
        var labels = new EnumMap<Intent, Label<Intent>>(Intent.class);
        for (var cue : Cue.values()) {
            var intent = cue.intent();
            if (intent.isPresent() && evidence.has(cue) && !isExcused(cue, evidence)) {
                labels.merge(intent.get(), evidence.label(cue, intent.get()), RuleReader::stronger);
            }
        }
        if (labels.isEmpty()) {
            return List.of(Label.byRule(Intent.CHAT, NOTHING_FOUND, List.of()));
        }
        return List.copyOf(labels.values());
    }

    /** A rhetorical question wants no answer; thanks in a complaint are sarcasm; who helps a fault asks nothing. */
    private static boolean isExcused(Cue cue, Evidence evidence) {
        return switch (cue) {
            case QUESTION -> evidence.has(Cue.RHETORICAL);
            case THANKS -> evidence.has(Cue.RHETORICAL) || (evidence.has(Cue.COMPLAINT) && !evidence.has(Cue.PRAISE));
            case PRAISE -> evidence.has(Cue.RHETORICAL);
            case DANGER,
                    LEAK,
                    FRAUD,
                    LEGAL,
                    HARASSMENT,
                    CAMPAIGN,
                    OUTAGE,
                    SPREADING,
                    PRESS,
                    JOB,
                    OFFER,
                    PROBLEM,
                    COMPLAINT,
                    IDEA,
                    RHETORICAL,
                    SPAM,
                    BLOCKED,
                    DEADLINE,
                    PATIENT,
                    TOXIC -> false;
        };
    }

    private static Label<Intent> stronger(Label<Intent> one, Label<Intent> two) {
        var words = new ArrayList<>(one.words());
        two.words().stream().filter(word -> !words.contains(word)).forEach(words::add);
        double score = Math.max(one.score(), two.score());
        return Label.byRule(one.value(), score, words.subList(0, Math.min(words.size(), MAX_REASONS)));
    }

    private static Label<Toxicity> toxicity(Evidence evidence, String language) {
        if (evidence.has(Cue.TOXIC)) {
            return evidence.label(Cue.TOXIC, Toxicity.TOXIC);
        }
        boolean listed = language.equals("it") || language.equals("en");
        return Label.byRule(listed ? Toxicity.CLEAN : Toxicity.UNKNOWN, listed ? 0.5 : 0, List.of());
    }

    /** What was found, by cue. */
    static final class Evidence {
        private final Map<Cue, List<Found>> byCue = new EnumMap<>(Cue.class);

        Evidence(List<Found> all) {
            all.forEach(found ->
                    byCue.computeIfAbsent(found.cue(), _ -> new ArrayList<>()).add(found));
        }

        boolean has(Cue cue) {
            return byCue.containsKey(cue);
        }

        <T> Label<T> label(Cue cue, T value) {
            var found = byCue.getOrDefault(cue, List.of());
            double score = found.stream().mapToDouble(Found::strength).max().orElse(0);
            return Label.byRule(value, score, words(found));
        }

        private static List<String> words(List<Found> found) {
            return found.stream()
                    .map(Found::words)
                    .filter(words -> !words.isBlank())
                    .distinct()
                    .limit(MAX_REASONS)
                    .toList();
        }
    }
}
