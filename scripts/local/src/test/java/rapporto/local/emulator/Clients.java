// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The real SDK clients, pointed at an emulator. */
public final class Clients {
    private Clients() {}

    /** SQS. */
    public static SqsClient sqs(URI endpoint) {
        return at(endpoint, SqsClient.builder()).build();
    }

    /** DynamoDB. */
    public static DynamoDbClient dynamo(URI endpoint) {
        return at(endpoint, DynamoDbClient.builder()).build();
    }

    /** SNS. */
    public static SnsClient sns(URI endpoint) {
        return at(endpoint, SnsClient.builder()).build();
    }

    /** Parameter Store. */
    public static SsmClient ssm(URI endpoint) {
        return at(endpoint, SsmClient.builder()).build();
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }
}
