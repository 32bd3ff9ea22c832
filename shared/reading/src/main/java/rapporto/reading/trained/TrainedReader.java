// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import rapporto.correction.Judgement;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reader;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;
import rapporto.reading.features.Simhash;
import rapporto.reading.features.Tokens;
import rapporto.reading.language.Identified;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.Scores;
import rapporto.reading.team.TeamLayer;
import rapporto.reading.team.Told;

/**
 * Reads with trained heads. Says {@code unknown} of a language that they were not trained for and of a text without
 * words; signs without a language, such as emoji, are read as what they are in every language.
 */
public final class TrainedReader implements Reader {
    /** Heads of a model that this reader uses. */
    public static final String SENTIMENT = "sentiment";

    /** The first intent in the guide's order that holds. */
    public static final String PRIMARY = "primary";

    /** Every intent that holds. */
    public static final String INTENTS = "intents";

    /** Steps from 0 to 3. */
    public static final String URGENCY = "urgency";

    /** Whether it insults, demeans or threatens. */
    public static final String TOXICITY = "toxicity";

    private static final int MAX_WORDS = 5;

    /** Thanks, praise or a question beside a complaint are sarcasm or rhetoric unless they are likelier than this. */
    private static final double BESIDE_A_COMPLAINT = 0.6;

    private final Model model;
    private final BiFunction<String, Optional<String>, Label<String>> languages;
    private final Function<String, Optional<TeamLayer>> layers;
    private final Head sentiment;
    private final Head primary;
    private final Head intents;
    private final Head urgency;
    private final Head toxicity;
    private final List<Intent> answers;

    /**
     * Reads with {@code model}.
     *
     * @param languages tells the language of a text from the text and the usual one
     */
    public TrainedReader(Model model, BiFunction<String, Optional<String>, Label<String>> languages) {
        this(model, languages, _ -> Optional.empty());
    }

    private TrainedReader(
            Model model,
            BiFunction<String, Optional<String>, Label<String>> languages,
            Function<String, Optional<TeamLayer>> layers) {
        this.model = model;
        this.languages = languages;
        this.layers = layers;
        this.sentiment = model.head(SENTIMENT);
        this.primary = model.head(PRIMARY);
        this.intents = model.head(INTENTS);
        this.urgency = model.head(URGENCY);
        this.toxicity = model.head(TOXICITY);
        this.answers = primary.outputs().stream()
                .map(output -> Intent.valueOf(output.name().toUpperCase(Locale.ROOT)))
                .toList();
    }

    /**
     * The same reader, which heeds what teams corrected.
     *
     * @param layers finds the layer of a team
     */
    public TrainedReader with(Function<String, Optional<TeamLayer>> layers) {
        return new TrainedReader(model, languages, layers);
    }

    /** What it reads with. */
    public Model model() {
        return model;
    }

    @Override
    public Reading read(Item item) {
        return read(item, item.team().flatMap(layers));
    }

    /** What {@link #read} says of an item, and what made it so. */
    public Explained explain(Item item) {
        var layer = item.team().flatMap(layers);
        var reading = read(item, layer);
        return new Explained(reading, new Reasons(model, see(item, layer).added()).of(reading));
    }

    /** Reads with this layer, whatever the item's team. */
    Reading read(Item item, Optional<TeamLayer> layer) {
        var seen = see(item, layer);
        var base = reading(seen.scores(), seen.language(), item);
        if (layer.isEmpty()) {
            return base;
        }
        var changed = seen.added() == seen.scores() ? base : reading(seen.added(), seen.language(), item);
        return TeamLabels.of(base, changed, seen.told());
    }

    /**
     * What there is to read of an item.
     *
     * @param added the scores with the team's layer; the same ones where there is none
     */
    record Seen(Label<String> language, Told told, Scores scores, Scores added) {}

    Seen see(Item item, Optional<TeamLayer> layer) {
        var text = item.words().passage();
        var tokens = Tokens.of(text);
        var told = layer.map(own -> own.told(Simhash.of(tokens))).orElse(Told.NOTHING);
        var language = told.of(Judgement.Language.class)
                .map(judgement -> TeamLabels.told(judgement.code()))
                .orElseGet(() -> languages.apply(text, item.usualLanguage()));
        var scores = model.score(tokens, language.value(), Circumstances.of(item.channel(), item.answers()));
        var added = layer.map(TeamLayer::weights)
                .filter(weights -> weights.fits(model))
                .map(scores::with)
                .orElse(scores);
        return new Seen(language, told, scores, added);
    }

    private Reading reading(Scores scores, Label<String> language, Item item) {
        boolean readable = primary.reads(language.value()) || language.value().equals(Identified.UNDETERMINED);
        if (!readable || item.words().passage().isBlank()) {
            return new Reading(
                    model.version(),
                    language,
                    byModel(Sentiment.UNKNOWN, 0, List.of()),
                    List.of(byModel(Intent.CHAT, 0, List.of())),
                    byModel(0, 0, List.of()),
                    byModel(Toxicity.UNKNOWN, 0, List.of()));
        }
        return new Reading(
                model.version(),
                language,
                sentiment(scores),
                Threads.settle(intents(scores), item.answers()),
                urgency(scores),
                toxicity(scores));
    }

    private Label<Sentiment> sentiment(Scores scores) {
        var probabilities = scores.probabilities(sentiment);
        int best = greatest(probabilities);
        var output = sentiment.outputs().get(best);
        var value = probabilities[best] < output.threshold()
                ? Sentiment.UNCERTAIN
                : Sentiment.valueOf(output.name().toUpperCase(Locale.ROOT));
        return byModel(value, probabilities[best], scores.words(sentiment, best, MAX_WORDS));
    }

    /**
     * The likeliest primary intent, and those after it in the guide's order that hold beside it. A risk that holds is
     * told whatever is likelier, for it is the one that must not be missed.
     */
    private List<Label<Intent>> intents(Scores scores) {
        var probabilities = scores.probabilities(primary);
        int first = greatest(probabilities);
        var labels = new ArrayList<Label<Intent>>();
        labels.add(byModel(intent(first), probabilities[first], scores.words(primary, first, MAX_WORDS)));
        var all = scores.probabilities(intents);
        boolean complains = intent(first) == Intent.COMPLAINT;
        for (int i = 0; i < all.length; i++) {
            double threshold = intents.outputs().get(i).threshold();
            double wanted = complains && intent(i) != Intent.RISK ? Math.max(threshold, BESIDE_A_COMPLAINT) : threshold;
            boolean beside = i > first ? intent(i) != Intent.CHAT : i < first && intent(i) == Intent.RISK;
            if (beside && all[i] >= wanted) {
                labels.add(byModel(intent(i), all[i], scores.words(intents, i, MAX_WORDS)));
                complains |= intent(i) == Intent.COMPLAINT;
            }
        }
        return labels;
    }

    private Intent intent(int output) {
        return answers.get(output);
    }

    /** The highest level of which it is likelier than its threshold that it is reached; its reasons are those of its step. */
    private Label<Integer> urgency(Scores scores) {
        var probabilities = scores.probabilities(urgency);
        int level = 0;
        while (level < probabilities.length
                && probabilities[level] >= urgency.outputs().get(level).threshold()) {
            level++;
        }
        double reached = level == 0 ? 1 : probabilities[level - 1];
        double next = level == probabilities.length ? 0 : probabilities[level];
        var words = level == 0 ? List.<String>of() : scores.words(urgency, level - 1, MAX_WORDS);
        return byModel(level, Math.max(0, reached - next), words);
    }

    private Label<Toxicity> toxicity(Scores scores) {
        double probability = scores.probability(toxicity, 0);
        return probability >= toxicity.outputs().getFirst().threshold()
                ? byModel(Toxicity.TOXIC, probability, scores.words(toxicity, 0, MAX_WORDS))
                : byModel(Toxicity.CLEAN, 1 - probability, List.of());
    }

    private static int greatest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static <T> Label<T> byModel(T value, double score, List<String> words) {
        return new Label<>(value, score, LabelSource.MODEL, words);
    }
}
