// SPDX-License-Identifier: Apache-2.0
package rapporto.clock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import rapporto.aws.lambda.ScheduleEdge;
import rapporto.escalation.ClockRound;

/** Lambda entry of the schedule, each minute. Translates only; {@link ClockRound} does the work. */
public final class ClockHandler implements RequestStreamHandler {
    private final ScheduleEdge edge;
    private final ClockRound round;

    /** The one that Lambda calls. */
    public ClockHandler() {
        this(System.getenv());
    }

    /** The one that the single machine calls, with the environment that the template gives this function. */
    public ClockHandler(Map<String, String> environment) {
        var wiring = new Wiring(environment);
        this.edge = wiring.edge();
        this.round = wiring.round();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        edge.run(round::run);
    }
}
