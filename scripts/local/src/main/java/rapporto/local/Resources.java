// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.ssm.DoorDocument;
import rapporto.local.stack.Stack;
import rapporto.local.stack.StackMaker;
import rapporto.local.template.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the template describes, made at the endpoints in use, with an organisation's settings and secrets in it. */
record Resources(SqsClient sqs, SnsClient sns, DynamoDbClient dynamo, Stack stack) implements AutoCloseable {
    private static final String STACK_NAME = "local";
    private static final String REGION = "us-east-1";

    /** Makes what is not there yet. Clients of this process use {@code endpoints} from now on. */
    static Resources make(Template template, Organisation organisation, Map<String, URI> endpoints) {
        pointTo(endpoints);
        var clients = Clients.polling();
        var sqs = clients.sqs();
        var sns = clients.sns();
        var dynamo = clients.dynamoDb();
        var stack = new StackMaker(sqs, sns, dynamo, STACK_NAME, REGION).make(template);
        var table = stack.ref(template.tables().getFirst().id());
        new DynamoSettings(dynamo, table).put(organisation.document(), Instant.now());
        putDoors(clients, organisation);
        return new Resources(sqs, sns, dynamo, stack);
    }

    /** The SDK's own way to other endpoints, as environment of another process. */
    static Map<String, String> environment(Map<String, URI> endpoints) {
        var environment = new HashMap<String, String>();
        endpoints.forEach((service, endpoint) ->
                environment.put("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), endpoint.toString()));
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        return environment;
    }

    @Override
    public void close() {
        sqs.close();
        sns.close();
        dynamo.close();
    }

    private static void putDoors(Clients clients, Organisation organisation) {
        var parameters = clients.parameters();
        for (var door : organisation.doors()) {
            parameters.put(
                    DoorDocument.name("/rapporto/" + STACK_NAME + "/sources", door.source()), DoorDocument.write(door));
        }
    }

    /** The SDK's own way to other endpoints; the names are those that its clients read. */
    private static void pointTo(Map<String, URI> endpoints) {
        System.setProperty("aws.endpointUrlDynamoDb", endpoint(endpoints, "dynamodb"));
        System.setProperty("aws.endpointUrlSqs", endpoint(endpoints, "sqs"));
        System.setProperty("aws.endpointUrlSns", endpoint(endpoints, "sns"));
        System.setProperty("aws.endpointUrlSsm", endpoint(endpoints, "ssm"));
        System.setProperty("aws.region", REGION);
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
    }

    private static String endpoint(Map<String, URI> endpoints, String service) {
        return String.valueOf(endpoints.get(service));
    }
}
