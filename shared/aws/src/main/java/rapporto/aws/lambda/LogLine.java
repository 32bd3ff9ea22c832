// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import rapporto.json.Json;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A log line as JSON: ids and kinds, never a body, a secret or a person's words. */
final class LogLine {
    private LogLine() {}

    /**
     * A fault by its kind, a warning when time may mend it; the message only of those whose message is ours and holds
     * ids alone.
     */
    static ObjectNode of(String event, Throwable fault) {
        var line = Json.object()
                .put("level", fault instanceof StoreUnavailable ? "WARN" : "ERROR")
                .put("event", event)
                .put("fault", fault.getClass().getName());
        if (fault instanceof StoreUnavailable) {
            line.put("message", fault.getMessage());
        }
        if (fault.getCause() instanceof AwsServiceException refused) {
            refusal(line, refused);
        }
        var trace = fault.getStackTrace();
        if (trace.length > 0) {
            line.put("at", trace[0].toString());
        }
        return line;
    }

    /** What AWS's support asks for; its message stays out, it may quote what was sent. */
    private static void refusal(ObjectNode line, AwsServiceException refused) {
        line.put("status", refused.statusCode()).put("requestId", String.valueOf(refused.requestId()));
        if (refused.awsErrorDetails() != null) {
            line.put("code", refused.awsErrorDetails().errorCode());
        }
    }
}
