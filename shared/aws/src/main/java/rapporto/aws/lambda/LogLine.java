// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import rapporto.json.Json;
import rapporto.outage.StoreUnavailable;

/** A log line as JSON: ids and kinds, never a body, a secret or a person's words. */
final class LogLine {
    private LogLine() {}

    /** A fault by its kind; the message only of those whose message is ours and holds ids alone. */
    static ObjectNode of(String event, Throwable fault) {
        var line = Json.object()
                .put("level", "ERROR")
                .put("event", event)
                .put("fault", fault.getClass().getName());
        if (fault instanceof StoreUnavailable) {
            line.put("message", fault.getMessage());
        }
        var trace = fault.getStackTrace();
        if (trace.length > 0) {
            line.put("at", trace[0].toString());
        }
        return line;
    }
}
