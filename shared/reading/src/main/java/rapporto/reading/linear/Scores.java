// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rapporto.reading.features.Features;
import rapporto.reading.features.Tokens;

/** What a model says of one text: logits and probabilities of every head, and what made them. */
public final class Scores {
    private final Tokens tokens;
    private final Features features;
    private final double value;
    private final Hits hits;
    private final Optional<Added> added;

    private record Added(Layer layer, Hits hits) {}

    Scores(Tokens tokens, Features features, Hits hits) {
        this(tokens, features, hits, Optional.empty());
    }

    private Scores(Tokens tokens, Features features, Hits hits, Optional<Added> added) {
        this.tokens = tokens;
        this.features = features;
        this.value = features.value();
        this.hits = hits;
        this.added = added;
    }

    /** The same with {@code layer} added, which must fit the model. */
    public Scores with(Layer layer) {
        return new Scores(tokens, features, hits, Optional.of(new Added(layer, layer.hits(features))));
    }

    /** What was read of the text. */
    public Features features() {
        return features;
    }

    /** The tokens that {@link Share#token} counts. */
    public Tokens tokens() {
        return tokens;
    }

    /** What {@code output} has before anything is read. */
    public double bias(Head head, int output) {
        double own = head.outputs().get(output).bias();
        return added.isEmpty() ? own : own + added.get().layer().bias(head.first() + output);
    }

    /** Bias plus what every feature adds. */
    public double logit(Head head, int output) {
        int place = head.first() + output;
        double sum = head.outputs().get(output).scale() * value * hits.sum(place);
        if (added.isPresent()) {
            var more = added.get();
            sum += more.layer().scale(place) * value * more.hits().sum(place);
        }
        return bias(head, output) + sum;
    }

    /** Calibrated probability that {@code output} holds. */
    public double probability(Head head, int output) {
        return probabilities(head)[output];
    }

    /** Calibrated probabilities of all outputs of a head. Those of {@link Head.Form#ONE} add up to 1. */
    public double[] probabilities(Head head) {
        var logits = new double[head.outputs().size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = logit(head, i);
        }
        return head.probabilities(logits);
    }

    /** What each token of the text adds to the logit of {@code output}, greatest first; with the bias they are the logit. */
    public List<Share> shares(Head head, int output) {
        int place = head.first() + output;
        var sums = scaled(
                hits.shares(place, tokens.size()), head.outputs().get(output).scale());
        added.ifPresent(more -> {
            var own = scaled(
                    more.hits().shares(place, tokens.size()), more.layer().scale(place));
            for (int i = 0; i < own.length; i++) {
                sums[i] += own[i];
            }
        });
        var shares = new ArrayList<Share>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != 0) {
                shares.add(new Share(i == tokens.size() ? Share.WHOLE : i, sums[i]));
            }
        }
        shares.sort(Comparator.comparingDouble(Share::logit).reversed().thenComparing(Share::token));
        return shares;
    }

    private double[] scaled(long[] sums, double scale) {
        var scaled = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            scaled[i] = scale * value * sums[i];
        }
        return scaled;
    }

    /** At most {@code limit} tokens that spoke for {@code output} most, as they stand in the text; no mere punctuation. */
    public List<String> words(Head head, int output, int limit) {
        return shares(head, output).stream()
                .filter(share -> share.logit() > 0 && share.token() != Share.WHOLE)
                .map(share -> tokens.word(share.token()))
                .filter(Scores::tells)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** A full stop that decided is no reason that anybody could follow. */
    private static boolean tells(String word) {
        return word.chars().anyMatch(c -> ".,;`\"'()->/".indexOf(c) < 0);
    }

    /**
     * What one token adds to a logit.
     *
     * @param token its place among the tokens, or {@link #WHOLE}
     */
    public record Share(int token, double logit) {
        /** Stands for what comes from the text as a whole: its length, its form, what it answers. */
        public static final int WHOLE = -1;
    }
}
