// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import rapporto.aws.client.Clients;
import rapporto.interaction.ContentKey;
import rapporto.json.Field;
import rapporto.json.Json;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue that subscribes to the alert topic for a moment, as a team's would; closing it takes it away again. */
final class AlertQueue implements AutoCloseable {
    private static final int LONG_POLL_SECONDS = 5;

    private final SqsClient sqs = Clients.polling().sqs();
    private final SnsClient sns = Clients.behindAQueue().sns();
    private final String url;
    private final String subscription;

    AlertQueue(String topicArn, String name) {
        this.url = sqs.createQueue(request -> request.queueName(name)).queueUrl();
        var arn = arn();
        sqs.setQueueAttributes(
                request -> request.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, policy(arn, topicArn))));
        this.subscription = sns.subscribe(request ->
                        request.topicArn(topicArn).protocol("sqs").endpoint(arn).returnSubscriptionArn(true))
                .subscriptionArn();
    }

    /**
     * Ids of the alerts about {@code item} that come within {@code patience}, with when each was first seen; waits on for
     * a second one when told to.
     */
    SortedMap<String, Instant> alertsAbout(ContentKey item, Duration patience, boolean all) {
        var end = Instant.now().plus(patience);
        var ids = new TreeMap<String, Instant>();
        while (Instant.now().isBefore(end) && (all || ids.isEmpty())) {
            received().stream()
                    .map(notification ->
                            Json.read(notification.at("Message").text()).at("data"))
                    .filter(alert -> alert.at("interaction").at("id").text().equals(item.toString()))
                    .forEach(alert -> ids.putIfAbsent(alert.at("alertId").text(), Instant.now()));
        }
        return ids;
    }

    @Override
    public void close() {
        try (sqs;
                sns) {
            sns.unsubscribe(request -> request.subscriptionArn(subscription));
            sqs.deleteQueue(request -> request.queueUrl(url));
        }
    }

    private List<Field> received() {
        return sqs
                .receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(LONG_POLL_SECONDS))
                .messages()
                .stream()
                .map(message -> Json.read(message.body()))
                .toList();
    }

    private String arn() {
        var attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes();
        return Objects.requireNonNull(attributes.get(QueueAttributeName.QUEUE_ARN), url);
    }

    /** The topic, and nobody else, may send. */
    private static String policy(String queueArn, String topicArn) {
        var policy = Json.object().put("Version", "2012-10-17");
        var statement = policy.putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "sqs:SendMessage")
                .put("Resource", queueArn);
        statement.putObject("Principal").put("Service", "sns.amazonaws.com");
        statement.putObject("Condition").putObject("ArnEquals").put("aws:SourceArn", topicArn);
        return Json.write(policy);
    }
}
