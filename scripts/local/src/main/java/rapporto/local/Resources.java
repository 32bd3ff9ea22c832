// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.ssm.SsmDoors;
import rapporto.local.stack.Stack;
import rapporto.local.stack.StackMaker;
import rapporto.local.template.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the template describes, made at the endpoints in use. */
record Resources(SqsClient sqs, SnsClient sns, DynamoDbClient dynamo, Stack stack, String table)
        implements AutoCloseable {
    private static final String REGION = "us-east-1";

    /**
     * Makes what is not there yet. Clients of this process use {@code endpoints} from now on.
     *
     * @param stackName that stands before the names of all
     */
    static Resources make(Template template, String stackName, Map<String, URI> endpoints) {
        pointTo(endpoints);
        var clients = Clients.polling();
        var sqs = clients.sqs();
        var sns = clients.sns();
        var dynamo = clients.dynamoDb();
        var stack = new StackMaker(sqs, sns, dynamo, stackName, REGION).make(template);
        return new Resources(
                sqs, sns, dynamo, stack, stack.ref(template.tables().getFirst().id()));
    }

    /** Makes what is not there yet, for {@code organisation} and no other. */
    static Resources make(Template template, Organisation organisation, Map<String, URI> endpoints) {
        var resources = make(template, "local", endpoints);
        resources.take(organisation, true);
        return resources;
    }

    /** Takes the organisation that holds, and says which it is: {@link Organisation#orStored}. */
    Organisation settle(Organisation given, Options options, Path home) {
        var settled = given.orStored(settings().current(), options, home);
        take(settled, options.secrets.isPresent());
        return settled;
    }

    private void take(Organisation organisation, boolean replacing) {
        settings().put(organisation.document(), Instant.now());
        var store = new SsmDoors(Clients.polling().parameters(), stack.sourcesPath());
        for (var door : organisation.doors()) {
            var there = store.door(door.source());
            // At a foreign endpoint they may have been rotated since: then only the limit is the settings'.
            var wanted = replacing
                    ? door
                    : there.map(kept -> kept.limitedTo(door.maxBodyBytes())).orElse(door);
            if (!there.equals(Optional.of(wanted))) {
                store.put(wanted);
            }
        }
    }

    private DynamoSettings settings() {
        return new DynamoSettings(dynamo, table);
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
