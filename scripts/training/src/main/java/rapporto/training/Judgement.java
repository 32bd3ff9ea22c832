// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;
import rapporto.reading.features.Tokens;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Model;

/** What a head says of labelled examples, beside what they are. */
final class Judgement {
    final int[] gold;
    final int[] said;
    final long[] goldAnswers;
    final long[] saidAnswers;
    final double[] probabilities;
    final boolean[] right;

    private Judgement(int size) {
        this.gold = new int[size];
        this.said = new int[size];
        this.goldAnswers = new long[size];
        this.saidAnswers = new long[size];
        this.probabilities = new double[size];
        this.right = new boolean[size];
    }

    /** Judges by a trained head: its likeliest answer, and all those over their threshold. */
    static Judgement of(Model model, Head head, List<Labelled> examples) {
        var judgement = new Judgement(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            var example = examples.get(i).example();
            var scores = model.score(Tokens.of(example.text()), example.language(), example.circumstances());
            judgement.judge(i, examples.get(i).answers(), head, scores.probabilities(head));
        }
        return judgement;
    }

    /** Judges by anything that names one answer. */
    static Judgement of(Baseline baseline, List<Labelled> examples) {
        var judgement = new Judgement(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            judgement.gold(i, examples.get(i).answers());
            judgement.said[i] = baseline.answer(examples.get(i).example().text());
            judgement.saidAnswers[i] = 1L << judgement.said[i];
            judgement.right[i] = judgement.said[i] == judgement.gold[i];
        }
        return judgement;
    }

    private void judge(int i, long answers, Head head, double[] probabilities) {
        gold(i, answers);
        for (int output = 0; output < probabilities.length; output++) {
            said[i] = probabilities[output] > probabilities[said[i]] ? output : said[i];
            boolean holds = probabilities[output] >= head.outputs().get(output).threshold();
            saidAnswers[i] |= holds ? 1L << output : 0;
        }
        this.probabilities[i] = probabilities[said[i]];
        right[i] = said[i] == gold[i];
    }

    private void gold(int i, long answers) {
        goldAnswers[i] = answers;
        gold[i] = Long.numberOfTrailingZeros(answers);
    }

    int size() {
        return gold.length;
    }
}
