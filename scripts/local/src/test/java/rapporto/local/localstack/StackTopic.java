// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rapporto.alert.AlertMessage;
import rapporto.json.Json;
import rapporto.local.emulator.Clients;
import rapporto.local.emulator.QueueReader;
import rapporto.outbox.Message;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's alert topic on LocalStack, whole stack and all, and queues that subscribe to it. */
final class StackTopic implements AutoCloseable {
    private final DeployedStack stack = DeployedStack.of(Extract.ofTemplate());
    private final SnsClient sns = Clients.sns(LocalStack.endpoint());
    private final SqsClient sqs = Clients.sqs(LocalStack.endpoint());

    SnsClient sns() {
        return sns;
    }

    String arn() {
        return stack.ref("AlertsTopic");
    }

    /** A new queue that gets what {@code filterPolicy} lets through. */
    String subscribe(String filterPolicy) {
        var url = sqs.createQueue(request -> request.queueName("subscriber-" + UUID.randomUUID()))
                .queueUrl();
        var arn = new QueueReader(sqs, url).arn();
        sns.subscribe(request ->
                request.topicArn(arn()).protocol("sqs").endpoint(arn).attributes(Map.of("FilterPolicy", filterPolicy)));
        return url;
    }

    /** Alerts that came to a subscriber's queue. */
    List<AlertMessage> received(String queueUrl, int count) {
        return new QueueReader(sqs, queueUrl)
                .received(count).stream().map(StackTopic::alert).toList();
    }

    private static AlertMessage alert(Message message) {
        var notification = Json.read(message.body());
        var attributes = new TreeMap<String, String>();
        var given = notification.at("MessageAttributes");
        given.names()
                .forEach(name -> attributes.put(name, given.at(name).at("Value").text()));
        var body = notification.at("Message").text();
        return new AlertMessage(
                Json.read(body).at("id").text().replace("-raised", ""),
                notification.at("Subject").text(),
                attributes,
                body);
    }

    @Override
    public void close() {
        stack.close();
        sns.close();
        sqs.close();
    }
}
