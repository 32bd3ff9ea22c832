// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import rapporto.json.Json;
import rapporto.tally.Tally;

/**
 * Counts as CloudWatch metrics: one line of embedded metric format for each thing counted in an invocation, written by
 * {@link #flush}. Thread-safe.
 */
public final class EmfTally implements Tally {
    private final String namespace;
    private final PrintStream out;
    private final InstantSource clock;
    private final ConcurrentHashMap<Counted, Integer> counts = new ConcurrentHashMap<>();

    private record Counted(String what, Map<String, String> by) {}

    /**
     * Writes to {@code out}, which Lambda takes to CloudWatch.
     *
     * @param namespace of all metrics; each stack its own, or their counts would mix
     */
    public EmfTally(String namespace, PrintStream out, InstantSource clock) {
        this.namespace = namespace;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void count(String what, Map<String, String> by) {
        counts.merge(new Counted(what, Map.copyOf(by)), 1, Integer::sum);
    }

    /** Writes what was counted since the last time. */
    public void flush() {
        for (var counted : counts.keySet()) {
            var count = counts.remove(counted);
            if (count != null) {
                out.println(Json.write(line(counted, count)));
            }
        }
    }

    /** The format as of the CloudWatch guide, "embedded metric format specification", read 2026-11-23. */
    private ObjectNode line(Counted counted, int count) {
        var line = Json.object();
        var metrics = line.putObject("_aws").put("Timestamp", clock.millis()).putArray("CloudWatchMetrics");
        var directive = metrics.addObject().put("Namespace", namespace);
        var dimensions = directive.putArray("Dimensions").addArray();
        directive.putArray("Metrics").addObject().put("Name", counted.what()).put("Unit", "Count");
        new TreeMap<>(counted.by()).forEach((name, value) -> {
            dimensions.add(name);
            line.put(name, value);
        });
        return line.put(counted.what(), count);
    }
}
