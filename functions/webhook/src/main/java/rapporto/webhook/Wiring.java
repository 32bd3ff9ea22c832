// SPDX-License-Identifier: Apache-2.0
package rapporto.webhook;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import rapporto.aws.client.Clients;
import rapporto.aws.lambda.EmfTally;
import rapporto.aws.lambda.Environment;
import rapporto.aws.lambda.HttpEdge;
import rapporto.aws.lambda.Snapshot;
import rapporto.aws.sqs.SqsOutbox;
import rapporto.aws.ssm.SsmDoors;
import rapporto.channels.Channels;
import rapporto.intake.CachedDoors;
import rapporto.intake.Intake;

/** Where the webhook function's adapters meet its ports. Talks to SQS and the store of secrets only. */
final class Wiring {
    private static final int ID_BYTES = 16;

    private final Environment environment;
    private final Clients clients;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final PrintStream out;
    private final EmfTally tally;
    private final CachedDoors doors;

    Wiring(Map<String, String> environment) {
        this(environment, Clients.atTheDoor(), InstantSource.system(), Wiring::id, System.out);
    }

    Wiring(
            Map<String, String> environment,
            Clients clients,
            InstantSource clock,
            Supplier<String> ids,
            PrintStream out) {
        this.environment = new Environment(environment);
        this.clients = clients;
        this.clock = clock;
        this.ids = ids;
        this.out = out;
        this.tally = new EmfTally(this.environment.metrics(), out, clock);
        this.doors = new CachedDoors(new SsmDoors(clients.parameters(), this.environment.sourcesPath()), clock);
    }

    HttpEdge edge() {
        return new HttpEdge(tally, out);
    }

    Intake intake() {
        var deliveries = new SqsOutbox(clients.sqs(), environment.deliveriesQueue());
        return new Intake(Channels::of, doors, deliveries, tally, clock, ids);
    }

    Snapshot snapshot() {
        return Snapshot.known(() -> new Rehearsal(clock).run(), doors::forget, out);
    }

    /** Drawn anew at each call: nothing random is kept from before a snapshot. */
    private static String id() {
        var bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "dl_" + HexFormat.of().formatHex(bytes);
    }
}
