// SPDX-License-Identifier: Apache-2.0
package rapporto.classify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import rapporto.aws.lambda.SqsBatch;
import rapporto.classification.Classification;

/** Lambda entry of the deliveries queue. Translates only; {@link Classification} does the work. */
public final class ClassifyHandler implements RequestStreamHandler {
    private final SqsBatch batch;
    private final Classification classification;

    /** The one that Lambda calls. */
    public ClassifyHandler() {
        this(System.getenv());
    }

    /** The one that the single machine calls, with the environment that the template gives this function. */
    public ClassifyHandler(Map<String, String> environment) {
        var wiring = new Wiring(environment);
        this.batch = wiring.batch();
        this.classification = wiring.classification();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        batch.each(event, answer, classification::classify);
    }
}
