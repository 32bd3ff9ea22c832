// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rapporto.reading.linear.WeightTable;

/** Rounded weights on their way into a table. */
final class Packing {
    private static final Comparator<Entry> GREATEST_FIRST = Comparator.comparingDouble(Entry::size)
            .reversed()
            .thenComparingInt(Entry::hash)
            .thenComparingInt(Entry::output);

    private static final Comparator<Entry> AS_IN_TABLE =
            Comparator.comparing(Entry::hash, Integer::compareUnsigned).thenComparingInt(Entry::output);

    private final Rows rows;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int hash, int output, int steps, double size) {}

    Packing(Rows rows) {
        this.rows = rows;
    }

    /** One more; those of no step at all are left out. */
    void add(int place, int output, int steps, double weight) {
        if (steps != 0) {
            entries.add(new Entry(rows.hash(place), output, steps, Math.abs(weight)));
        }
    }

    /** The {@code limit} greatest. */
    WeightTable table(int limit) {
        var kept = entries.stream()
                .sorted(GREATEST_FIRST)
                .limit(limit)
                .sorted(AS_IN_TABLE)
                .toList();
        var keys = kept.stream().mapToInt(Entry::hash).distinct().toArray();
        var starts = new int[keys.length + 1];
        var outputs = new byte[kept.size()];
        var weights = new byte[kept.size()];
        int key = -1;
        for (int i = 0; i < kept.size(); i++) {
            var entry = kept.get(i);
            if (key < 0 || keys[key] != entry.hash()) {
                starts[++key] = i;
            }
            outputs[i] = (byte) entry.output();
            weights[i] = (byte) entry.steps();
        }
        starts[keys.length] = kept.size();
        return new WeightTable(keys, starts, outputs, weights);
    }
}
