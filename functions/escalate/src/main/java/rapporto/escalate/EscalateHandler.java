// SPDX-License-Identifier: Apache-2.0
package rapporto.escalate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import rapporto.aws.lambda.SqsBatch;
import rapporto.escalation.Escalation;
import rapporto.escalation.ReferralJson;

/** Lambda entry of the escalations queue. Translates only; {@link Escalation} does the work. */
public final class EscalateHandler implements RequestStreamHandler {
    private final SqsBatch batch;
    private final Escalation escalation;

    /** The one that Lambda calls. */
    public EscalateHandler() {
        this(System.getenv());
    }

    /** The one that the single machine calls, with the environment that the template gives this function. */
    public EscalateHandler(Map<String, String> environment) {
        var wiring = new Wiring(environment);
        this.batch = wiring.batch();
        this.escalation = wiring.escalation();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        batch.each(event, answer, body -> escalation.consider(ReferralJson.read(body)));
    }
}
