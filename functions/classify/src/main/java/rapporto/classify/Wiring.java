// SPDX-License-Identifier: Apache-2.0
package rapporto.classify;

import java.time.InstantSource;
import java.util.Map;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.aws.dynamodb.DynamoLayers;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.lambda.EmfTally;
import rapporto.aws.lambda.Environment;
import rapporto.aws.lambda.SqsBatch;
import rapporto.aws.sqs.SqsOutbox;
import rapporto.channels.Channels;
import rapporto.classification.Classification;
import rapporto.reading.team.CurrentLayers;
import rapporto.reading.trained.PackagedReader;
import rapporto.settings.CurrentSettings;

/** Where the classify function's adapters meet its ports. */
final class Wiring {
    private final Environment environment;
    private final EmfTally tally;

    Wiring(Map<String, String> environment) {
        this.environment = new Environment(environment);
        this.tally = new EmfTally(this.environment.metrics(), System.out, InstantSource.system());
    }

    SqsBatch batch() {
        return new SqsBatch(tally, System.out);
    }

    Classification classification() {
        var clients = Clients.behindAQueue();
        var clock = InstantSource.system();
        var dynamo = clients.dynamoDb();
        var sqs = clients.sqs();
        var settings = new CurrentSettings(new DynamoSettings(dynamo, environment.table()), Channels.ids(), clock);
        var layers = new CurrentLayers(new DynamoLayers(dynamo, environment.table()), tally, clock);
        return new Classification(
                Channels::of,
                PackagedReader.load().with(layers::of),
                settings::now,
                new DynamoHistory(dynamo, environment.table()),
                new SqsOutbox(sqs, environment.escalationsQueue()),
                new SqsOutbox(sqs, environment.deliveriesDeadLetters()),
                tally,
                clock);
    }
}
