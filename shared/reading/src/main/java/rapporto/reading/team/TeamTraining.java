// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Layer;
import rapporto.reading.linear.Model;
import rapporto.reading.team.Example.Target;

/**
 * Learns a layer from examples, in their order: the same examples give the same layer. Anchors are texts of any place,
 * on which the layer is held to what the model says: a handful of corrections must not turn everything that looks like
 * them.
 */
public final class TeamTraining {
    private static final int MOST_ROUNDS = 12;
    private static final int FEWEST_ROUNDS = 4;

    /** Many examples need fewer rounds: so many looks at one are enough, and 2,000 are learnt from within a second. */
    private static final int LOOKS = 8_000;

    private static final double HOLD = 2;

    private final Model model;
    private final List<Example> examples;
    private final List<Example> anchors;
    private final Rows rows;
    private final Rows anchorRows;

    /** Learns for {@code model}, which scored both; targets of anchors do not count. */
    public TeamTraining(Model model, List<Example> examples, List<Example> anchors) {
        this.model = model;
        this.examples = List.copyOf(examples);
        this.anchors = List.copyOf(anchors);
        this.rows = Rows.of(examples);
        this.anchorRows = rows.alike(anchors);
    }

    /**
     * What is learnt from some of the examples.
     *
     * @param wanted says by the place of an example whether it counts
     */
    public Layer learn(IntPredicate wanted) {
        var names = model.outputs();
        var heads = examples.stream()
                .flatMap(example -> example.targets().stream())
                .map(Target::head)
                .distinct()
                .toList();
        var weights = new Weights(rows, names.size());
        int rounds =
                rounds((int) IntStream.range(0, examples.size()).filter(wanted).count());
        for (int round = 0; round < rounds; round++) {
            for (int anchor = 0; anchor < anchors.size(); anchor++) {
                for (var head : heads) {
                    hold(weights, anchor, head);
                }
            }
            for (int row = 0; row < examples.size(); row++) {
                if (wanted.test(row)) {
                    learn(weights, row);
                }
            }
        }
        return weights.layer(names);
    }

    private static int rounds(int size) {
        return Math.clamp(LOOKS / Math.max(1, size), FEWEST_ROUNDS, MOST_ROUNDS);
    }

    private void learn(Weights weights, int row) {
        var example = examples.get(row);
        for (var target : example.targets()) {
            var head = target.head();
            var probabilities = head.probabilities(sum(
                    logits(example, head),
                    weights.sums(rows, row, head.first(), head.outputs().size())));
            for (int i = 0; i < probabilities.length; i++) {
                double error = probabilities[i] - target.wanted(i);
                weights.move(
                        rows,
                        row,
                        head.first() + i,
                        error * head.outputs().get(i).slope());
            }
        }
    }

    private void hold(Weights weights, int anchor, Head head) {
        var base = logits(anchors.get(anchor), head);
        var wanted = head.probabilities(base);
        var found = head.probabilities(sum(base, weights.sums(anchorRows, anchor, head.first(), base.length)));
        for (int i = 0; i < found.length; i++) {
            double error = HOLD * (found[i] - wanted[i]);
            weights.move(
                    anchorRows,
                    anchor,
                    head.first() + i,
                    error * head.outputs().get(i).slope());
        }
    }

    private static double[] logits(Example example, Head head) {
        var logits = new double[head.outputs().size()];
        Arrays.setAll(logits, i -> example.scores().logit(head, i));
        return logits;
    }

    private static double[] sum(double[] one, double[] other) {
        var sum = new double[one.length];
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
    }
}
