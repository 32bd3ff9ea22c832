// SPDX-License-Identifier: Apache-2.0
package rapporto.clock;

import java.time.InstantSource;
import java.util.Map;
import rapporto.alert.AlertRenderer;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoCases;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.lambda.EmfTally;
import rapporto.aws.lambda.Environment;
import rapporto.aws.lambda.ScheduleEdge;
import rapporto.aws.sns.SnsAlerts;
import rapporto.channels.Channels;
import rapporto.escalation.ClockRound;
import rapporto.settings.CurrentSettings;

/** Where the clock function's adapters meet its ports. */
final class Wiring {
    private final Environment environment;
    private final EmfTally tally;

    Wiring(Map<String, String> environment) {
        this.environment = new Environment(environment);
        this.tally = new EmfTally(this.environment.metrics(), System.out, InstantSource.system());
    }

    ScheduleEdge edge() {
        return new ScheduleEdge(tally, System.out);
    }

    ClockRound round() {
        var clients = Clients.behindAQueue();
        var clock = InstantSource.system();
        var dynamo = clients.dynamoDb();
        return new ClockRound(
                new CurrentSettings(new DynamoSettings(dynamo, environment.table()), Channels.ids(), clock)::now,
                new DynamoHistory(dynamo, environment.table()),
                new DynamoCases(dynamo, environment.table()),
                new SnsAlerts(clients.sns(), environment.alertsTopic()),
                new AlertRenderer(environment.stage()),
                tally,
                clock);
    }
}
