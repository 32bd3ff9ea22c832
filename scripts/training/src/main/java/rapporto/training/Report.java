// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapporto.json.Json;

/** The figures of a run: printed as they come, kept for the JSON at the end. */
final class Report {
    private final PrintStream out;
    private final List<Result> results = new ArrayList<>();
    private String set = "";

    Report(PrintStream out) {
        this.out = out;
    }

    /** Adds a figure of {@code n} items. */
    void add(String of, String part, String build, String head, String name, Metric metric, int n) {
        if (n == 0) {
            return;
        }
        var estimate = metric.estimate(n);
        var result = new Result(
                of, part, build, head, name, estimate.value(), estimate.low(), estimate.high(), estimate.n());
        results.add(result);
        if (!of.equals(set)) {
            set = of;
            out.printf("%n%s%n", of);
        }
        out.printf(
                Locale.ROOT,
                "  %-14s %-10s %-22s %-12s %.3f  [%.3f, %.3f]  n=%d%n",
                part,
                build,
                head,
                name,
                result.value(),
                result.low(),
                result.high(),
                n);
    }

    /** Says why something is not measured. */
    void note(String line) {
        out.println(line);
    }

    List<Result> results() {
        return List.copyOf(results);
    }

    /** All figures, as {@code scripts/evaluate --json} writes them. */
    String json() {
        var document = Json.object();
        var rows = document.putArray("results");
        for (var result : results) {
            rows.addObject()
                    .put("set", result.set())
                    .put("part", result.part())
                    .put("build", result.build())
                    .put("head", result.head())
                    .put("metric", result.metric())
                    .put("value", round(result.value()))
                    .put("low", round(result.low()))
                    .put("high", round(result.high()))
                    .put("n", result.n());
        }
        return Json.write(document);
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
