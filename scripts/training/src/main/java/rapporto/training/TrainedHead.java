// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import rapporto.reading.features.Featuriser;
import rapporto.reading.linear.Head;

/** What came of a task: exact weights, not yet cut and rounded. */
record TrainedHead(Task task, Vocabulary vocabulary, List<Learner.Learnt> outputs, List<Calibration> calibration) {
    private static final int PARTS = 5;
    private static final int LEAST_SEEN = 2;

    /** Trains on everything; calibrates on parts that the rest was trained without. */
    static TrainedHead train(Task task, Featuriser featuriser) {
        var examples = task.examples();
        var matrix = Matrix.of(examples, featuriser, LEAST_SEEN, task.byLanguage());
        var logits = new double[examples.size()][];
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            var learnt = learn(
                    task, matrix, examples, row -> examples.get(row).example().part(PARTS) != held);
            for (int row : rows(examples, row -> examples.get(row).example().part(PARTS) == held)) {
                logits[row] = logits(learnt, matrix, row);
            }
        }
        var calibration = Calibration.fit(task, logits, examples);
        var learnt = learn(task, matrix, examples, _ -> true);
        return new TrainedHead(
                task, matrix.vocabulary(), task.form() == Head.Form.ONE ? centred(learnt) : learnt, calibration);
    }

    private static int[] rows(List<Labelled> examples, IntPredicate wanted) {
        return IntStream.range(0, examples.size()).filter(wanted).toArray();
    }

    private static List<Learner.Learnt> learn(Task task, Matrix matrix, List<Labelled> examples, IntPredicate wanted) {
        var rows = rows(examples, wanted);
        var learner = new Learner(task.cost());
        return IntStream.range(0, task.outputs().size())
                .parallel()
                .mapToObj(output -> learner.learn(matrix, examples, rows, output))
                .toList();
    }

    private static double[] logits(List<Learner.Learnt> learnt, Matrix matrix, int row) {
        return learnt.stream().mapToDouble(output -> output.logit(matrix, row)).toArray();
    }

    /** What all answers share decides nothing between them: taken off, it need not be kept. */
    private static List<Learner.Learnt> centred(List<Learner.Learnt> learnt) {
        int size = learnt.getFirst().weights().length;
        for (int i = 0; i < size; i++) {
            float sum = 0;
            for (var output : learnt) {
                sum += output.weights()[i];
            }
            for (var output : learnt) {
                output.weights()[i] -= sum / learnt.size();
            }
        }
        double bias =
                learnt.stream().mapToDouble(Learner.Learnt::bias).average().orElseThrow();
        return learnt.stream()
                .map(output -> new Learner.Learnt(output.weights(), output.bias() - bias))
                .toList();
    }
}
