// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import rapporto.json.Field;
import rapporto.json.Json;

/**
 * A batch of queue messages, each handed on by itself: the one place that decides what SQS tries again. What throws is
 * answered as failed and comes back after its visibility time-out; its neighbours are done.
 */
public final class SqsBatch {
    private final EmfTally tally;
    private final PrintStream log;

    /** Logs failures, ids and kinds only, to {@code log}. */
    public SqsBatch(EmfTally tally, PrintStream log) {
        this.tally = tally;
        this.log = log;
    }

    /** Reads a batch, gives each body to {@code work}, answers with those that failed. */
    public void each(InputStream event, OutputStream answer, Consumer<String> work) throws IOException {
        var response = Json.object();
        var failures = response.putArray("batchItemFailures");
        for (var message : Json.read(event.readAllBytes()).at("Records").array()) {
            if (!done(message, work)) {
                failures.addObject()
                        .put("itemIdentifier", message.at("messageId").text());
            }
        }
        tally.flush();
        answer.write(Json.write(response).getBytes(StandardCharsets.UTF_8));
    }

    private boolean done(Field message, Consumer<String> work) {
        try {
            work.accept(message.at("body").textOrEmpty());
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            // Anything may be wrong with one message; none of it may fail the nine beside it.
            log.println(Json.write(LogLine.of("message failed", e)
                    .put("messageId", message.at("messageId").textOrEmpty())));
            return false;
        }
    }
}
