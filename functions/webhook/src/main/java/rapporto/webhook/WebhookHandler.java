// SPDX-License-Identifier: Apache-2.0
package rapporto.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import rapporto.aws.lambda.HttpEdge;
import rapporto.aws.lambda.Snapshot;
import rapporto.intake.Intake;

/** Lambda entry of {@code ANY /hooks/{channel}/{source}}. Translates only; {@link Intake} does the work. */
public final class WebhookHandler implements RequestStreamHandler {
    private final HttpEdge edge;
    private final Intake intake;

    /** Kept, not used: the runtime lets go of what nobody else keeps. */
    final Snapshot snapshot;

    /** The one that Lambda calls. */
    public WebhookHandler() {
        this(System.getenv());
    }

    /** The one that the single machine calls, with the environment that the template gives this function. */
    public WebhookHandler(Map<String, String> environment) {
        this(new Wiring(environment));
    }

    WebhookHandler(Wiring wiring) {
        this.edge = wiring.edge();
        this.intake = wiring.intake();
        this.snapshot = wiring.snapshot();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        edge.receive(event, answer, intake);
    }
}
