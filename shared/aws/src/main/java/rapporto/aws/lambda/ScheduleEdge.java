// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import java.io.PrintStream;
import rapporto.json.Json;

/** A call by a schedule, whose event says nothing that matters. What was counted is told even when the work failed. */
public final class ScheduleEdge {
    private final EmfTally tally;
    private final PrintStream log;

    /** Logs faults, kinds only, to {@code log}. */
    public ScheduleEdge(EmfTally tally, PrintStream log) {
        this.tally = tally;
        this.log = log;
    }

    /**
     * Does {@code work} once.
     *
     * @throws RuntimeException what it threw, so that Lambda counts an error
     */
    public void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.println(Json.write(LogLine.of("round failed", e)));
            throw e;
        } finally {
            tally.flush();
        }
    }
}
