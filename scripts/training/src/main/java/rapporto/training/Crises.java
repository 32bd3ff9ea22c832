// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import rapporto.reading.features.Featuriser;

/**
 * CrisisLexT26: whether a tweet about a crisis informs. Events are parted in five; each is judged by what was learnt
 * from the events of the other parts, as a new crisis would be.
 */
record Crises(Path data, Featuriser featuriser, Report report) {
    private static final int PARTS = 5;
    private static final int LEAST_SEEN = 2;
    private static final double COST = 0.3;
    private static final List<String> COLUMNS =
            List.of("event", "information_source", "information_type", "informativeness", "text");
    private static final List<String> SHOWN = List.of("2012_Italy_earthquakes", "2013_Sardinia_floods");

    void run() {
        var file = data.resolve("crisislex26").resolve("labeled.tsv");
        if (!Files.exists(file)) {
            report.note("missing: crisislex26/labeled.tsv");
            return;
        }
        var examples = read(file);
        var said = new int[examples.size()];
        var gold = examples.stream().mapToInt(one -> one.holds(0) ? 1 : 0).toArray();
        var matrix = Matrix.of(examples, featuriser, LEAST_SEEN, false);
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            var known = rows(examples, row -> row.example().part(PARTS) != held);
            var learnt = new Learner(COST).learn(matrix, examples, known, 0);
            for (int row : rows(examples, one -> one.example().part(PARTS) == held)) {
                said[row] = learnt.logit(matrix, row) > 0 ? 1 : 0;
            }
        }
        measure(examples, gold, said);
    }

    private void measure(List<Labelled> examples, int[] gold, int[] said) {
        var metric = Metric.macroF1(gold, said, 2);
        report.add("crisislex26", "all", "research", "informative", "macroF1", metric, gold.length);
        for (var event : SHOWN) {
            var own = rows(examples, one -> one.example().group().equals(event));
            Metric within = items ->
                    metric.of(Arrays.stream(items).map(item -> own[item]).toArray());
            report.add("crisislex26", event, "research", "informative", "macroF1", within, own.length);
        }
    }

    private static int[] rows(List<Labelled> examples, Predicate<Labelled> wanted) {
        return IntStream.range(0, examples.size())
                .filter(row -> wanted.test(examples.get(row)))
                .toArray();
    }

    private static List<Labelled> read(Path file) {
        var lines = Lines.of(file);
        var header = List.of(lines.getFirst().split("\t", -1));
        if (!header.equals(COLUMNS)) {
            throw new IllegalArgumentException("labeled.tsv line 1 is %s, wanted %s".formatted(header, COLUMNS));
        }
        var examples = new ArrayList<Labelled>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            if (cells.length == COLUMNS.size()) {
                var example = new Example(cells[4], "en", List.of(), cells[0]);
                examples.add(new Labelled(example, cells[3].equals("Related and informative") ? 1 : 0, 1));
            }
        }
        return examples;
    }
}
