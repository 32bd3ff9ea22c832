// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BinaryOperator;
import rapporto.aws.http.SignedCalls;
import rapporto.aws.ssm.ParameterStore;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS clients with time-outs and retries set in code, so that no change of the SDK's defaults changes anything here.
 * Region and credentials come from the SDK's own chain; endpoints from {@code AWS_ENDPOINT_URL} and its kind only.
 */
public final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    /** All attempts together; a sender that waits three seconds has its answer by then. */
    private static final Duration CALL_AT_THE_DOOR = Duration.ofMillis(2_500);

    private static final Duration CALL_BEHIND_A_QUEUE = Duration.ofSeconds(10);

    /** Longer than the longest long poll, 20 s. */
    private static final Duration LONG_POLL = Duration.ofSeconds(25);

    private final Duration call;
    private final Duration attempt;
    private final Optional<InProcess> instead;

    private Clients(Duration call, Duration attempt, Optional<InProcess> instead) {
        this.call = call;
        this.attempt = attempt;
        this.instead = instead;
    }

    private Clients(Duration call, Duration attempt) {
        this(call, attempt, Optional.empty());
    }

    /**
     * For a rehearsal: the same clients down to the wire, but no request leaves the process and no credentials are
     * looked for.
     *
     * @param answers the JSON that a call gets, from the action that {@code X-Amz-Target} names and its request
     */
    public static Clients answeredBy(BinaryOperator<String> answers) {
        return new Clients(CALL_AT_THE_DOOR, CALL_AT_THE_DOOR, Optional.of(new InProcess(answers)));
    }

    /** For a function that a sender waits for. */
    public static Clients atTheDoor() {
        return new Clients(CALL_AT_THE_DOOR, CALL_AT_THE_DOOR);
    }

    /** For a function that nobody waits for. */
    public static Clients behindAQueue() {
        return new Clients(CALL_BEHIND_A_QUEUE, ATTEMPT);
    }

    /** For whoever polls queues. */
    public static Clients polling() {
        return new Clients(LONG_POLL, LONG_POLL);
    }

    /** A client of the table. */
    public DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder()).build();
    }

    /** A client of queues. */
    public SqsClient sqs() {
        return configured(SqsClient.builder()).build();
    }

    /** A client of topics. */
    public SnsClient sns() {
        return configured(SnsClient.builder()).build();
    }

    /** Parameter Store, at the same endpoint rules as the SDK's clients. */
    public ParameterStore parameters() {
        return new ParameterStore(calls("ssm", "AWS_ENDPOINT_URL_SSM", "aws.endpointUrlSsm"));
    }

    /** CloudFormation, at the same endpoint rules as the SDK's clients. */
    public SignedCalls cloudFormation() {
        return calls("cloudformation", "AWS_ENDPOINT_URL_CLOUDFORMATION", "aws.endpointUrlCloudFormation");
    }

    private SignedCalls calls(String service, String variable, String property) {
        var region = new DefaultAwsRegionProviderChain().getRegion();
        var http = instead.<SdkHttpClient>map(client -> client).orElseGet(() -> UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(call.dividedBy(2))
                .build());
        var endpoint = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable(variable)
                .serviceEndpointOverrideSystemProperty(property)
                .serviceProfileProperty(service)
                .serviceEndpointPrefix(service)
                .defaultProtocol("https")
                .region(region)
                .profileFile(ProfileFile::defaultProfileFile)
                .profileName(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow())
                .build();
        return new SignedCalls(service, http, credentials(), region.id(), endpoint.clientEndpoint());
    }

    private AwsCredentialsProvider credentials() {
        return instead.<AwsCredentialsProvider>map(_ -> InProcess.NOBODY)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(B builder) {
        return instead.map(client -> builder.httpClient(client).credentialsProvider(InProcess.NOBODY))
                .orElseGet(() -> builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(attempt)))
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(attempt)
                        .apiCallTimeout(call));
    }
}
