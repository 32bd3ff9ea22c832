// SPDX-License-Identifier: Apache-2.0
package rapporto.webhook;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import rapporto.aws.client.Clients;
import rapporto.aws.lambda.EmfTally;
import rapporto.aws.lambda.Environment;
import rapporto.aws.lambda.HttpEdge;
import rapporto.aws.sqs.SqsOutbox;
import rapporto.aws.ssm.SsmDoors;
import rapporto.channels.Channels;
import rapporto.intake.CachedDoors;
import rapporto.intake.Intake;

/** Where the webhook function's adapters meet its ports. Talks to SQS and the store of secrets only. */
final class Wiring {
    private static final int ID_BYTES = 16;

    private final Environment environment;
    private final EmfTally tally;

    Wiring(Map<String, String> environment) {
        this.environment = new Environment(environment);
        this.tally = new EmfTally(this.environment.metrics(), System.out, InstantSource.system());
    }

    HttpEdge edge() {
        return new HttpEdge(tally, System.out);
    }

    Intake intake() {
        var clients = Clients.atTheDoor();
        var clock = InstantSource.system();
        var doors = new CachedDoors(new SsmDoors(clients.parameters(), environment.sourcesPath()), clock);
        var deliveries = new SqsOutbox(clients.sqs(), environment.deliveriesQueue());
        return new Intake(Channels::of, doors, deliveries, tally, clock, Wiring::id);
    }

    /** Drawn anew at each call: nothing random is kept from before a snapshot. */
    private static String id() {
        var bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "dl_" + HexFormat.of().formatHex(bytes);
    }
}
