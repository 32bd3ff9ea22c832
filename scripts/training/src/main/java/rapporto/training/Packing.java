// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import rapporto.reading.features.Lexicon;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Ledger;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.WeightTable;

/** Puts trained heads into one model: the weights that matter most, rounded to a byte each. */
final class Packing {
    private static final int STEPS = 127;

    /** A weight as it competes for its place: importance, then feature and output to be the same every time. */
    private record Entry(float importance, int hash, byte output, byte weight) {}

    private Packing() {}

    /**
     * Packs heads.
     *
     * @param beside sources that trained what goes with the heads
     * @param entries how many weights are kept at most
     */
    static Model pack(
            int version, List<TrainedHead> trained, List<Ledger.Source> beside, Lexicon lexicon, int entries) {
        var heads = new ArrayList<Head>();
        var all = new ArrayList<Entry>();
        int first = 0;
        for (var head : trained) {
            var outputs = new ArrayList<Head.Output>();
            for (int i = 0; i < head.outputs().size(); i++) {
                double scale = collect(head, i, first + i, all);
                outputs.add(output(head, i, scale));
            }
            var task = head.task();
            heads.add(new Head(task.name(), task.form(), task.languages(), outputs, first));
            first += outputs.size();
        }
        all.sort((one, two) -> Float.compare(two.importance(), one.importance()));
        var kept = new ArrayList<>(all.subList(0, Math.min(entries, all.size())));
        kept.sort((one, two) -> one.hash() != two.hash()
                ? Integer.compareUnsigned(one.hash(), two.hash())
                : Integer.compare(one.output() & 0xff, two.output() & 0xff));
        var sources = new LinkedHashSet<Ledger.Source>();
        trained.forEach(head -> sources.addAll(head.task().sources()));
        sources.addAll(beside);
        return new Model(version, heads, lexicon, table(kept), new Ledger(List.copyOf(sources)));
    }

    private static Head.Output output(TrainedHead head, int i, double scale) {
        var calibration = head.calibration().get(i);
        return new Head.Output(
                head.task().outputs().get(i),
                head.outputs().get(i).bias(),
                scale,
                calibration.slope(),
                calibration.offset(),
                calibration.threshold());
    }

    /** Adds the weights of an output to {@code all}; returns what one step of a weight is worth. */
    private static double collect(TrainedHead head, int output, int place, List<Entry> all) {
        var weights = head.outputs().get(output).weights();
        var vocabulary = head.vocabulary();
        double squares = 0;
        float most = 0;
        for (int i = 0; i < weights.length; i++) {
            most = Math.max(most, Math.abs(weights[i]));
            squares += (double) weights[i] * weights[i] * vocabulary.count(i);
        }
        double scale = most / STEPS;
        double norm = Math.sqrt(squares);
        for (int i = 0; i < weights.length; i++) {
            int step = (int) Math.round(weights[i] / scale);
            if (step != 0) {
                float importance = (float) (Math.abs(weights[i]) * Math.sqrt(vocabulary.count(i)) / norm);
                all.add(new Entry(importance, vocabulary.hash(i), (byte) place, (byte) step));
            }
        }
        return scale;
    }

    private static WeightTable table(List<Entry> entries) {
        var keys = new int[entries.size()];
        var rows = new int[entries.size() + 1];
        var outputs = new byte[entries.size()];
        var weights = new byte[entries.size()];
        int size = 0;
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (size == 0 || keys[size - 1] != entry.hash()) {
                keys[size] = entry.hash();
                rows[size++] = i;
            }
            outputs[i] = entry.output();
            weights[i] = entry.weight();
        }
        rows[size] = entries.size();
        return new WeightTable(Arrays.copyOf(keys, size), Arrays.copyOf(rows, size + 1), outputs, weights);
    }
}
