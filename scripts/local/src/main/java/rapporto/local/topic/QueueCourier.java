// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Carries messages to the queues of one SQS endpoint; of a queue's ARN only the name counts there. */
final class QueueCourier implements AutoCloseable {
    private final SqsClient sqs;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    QueueCourier(URI queues) {
        // Retries are the subscription's; the SDK's own would only hide them.
        sqs = SqsClient.builder()
                .endpointOverride(queues)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(5))
                        .build())
                .overrideConfiguration(calls -> calls.retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    /** As the subscriber wants it; only a raw message carries its attributes outside of the envelope. */
    Outcome carry(Notification notification, Subscription to) {
        return send(new QueueArn(to.endpoint()), Envelope.of(notification, to), outside(notification, to));
    }

    /** As the subscriber would have got it, with what went wrong in the attribute {@code ErrorMessage}, as SNS does. */
    Outcome bury(Notification notification, Subscription missed, QueueArn deadLetters, String reason) {
        var attributes = outside(notification, missed);
        attributes.put("ErrorMessage", value(new Attribute("String", reason)));
        return send(deadLetters, Envelope.of(notification, missed), attributes);
    }

    private static Map<String, MessageAttributeValue> outside(Notification notification, Subscription to) {
        var attributes = new HashMap<String, MessageAttributeValue>();
        if (to.settings().raw()) {
            notification.attributes().forEach((name, attribute) -> attributes.put(name, value(attribute)));
        }
        return attributes;
    }

    private Outcome send(QueueArn queue, String body, Map<String, MessageAttributeValue> attributes) {
        try {
            var address = addresses.computeIfAbsent(queue.name(), this::address);
            sqs.sendMessage(
                    message -> message.queueUrl(address).messageBody(body).messageAttributes(attributes));
            return new Outcome.Delivered();
        } catch (AwsServiceException e) {
            addresses.remove(queue.name());
            var reason = "sqs answered %d %s".formatted(e.statusCode(), code(e)).strip();
            boolean lasting = e.statusCode() >= 400 && e.statusCode() < 500 && !e.isThrottlingException();
            return lasting ? new Outcome.Refused(reason) : new Outcome.Unreachable(reason);
        } catch (SdkException e) {
            return new Outcome.Unreachable("sqs did not answer");
        }
    }

    /** Empty when something answered that does not speak SQS. */
    private static String code(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    private String address(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    private static MessageAttributeValue value(Attribute attribute) {
        return MessageAttributeValue.builder()
                .dataType(attribute.type())
                .stringValue(attribute.value())
                .build();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
