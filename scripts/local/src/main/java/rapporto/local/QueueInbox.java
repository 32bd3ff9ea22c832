// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import rapporto.json.Json;
import rapporto.local.topic.InboxMessage;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An inbox behind a foreign endpoint: a queue that subscribes to the topic, drained here into memory. */
final class QueueInbox implements Inbox {
    private static final int LONG_POLL_SECONDS = 20;
    private static final Duration REST = Duration.ofSeconds(1);

    private final SqsClient sqs;
    private final String queueUrl;
    private final Consumer<InboxMessage> screen;
    private final List<InboxMessage> messages = new CopyOnWriteArrayList<>();
    private final Thread drain;
    private volatile boolean closed;

    QueueInbox(SqsClient sqs, SnsClient sns, String stackName, String topicArn, Consumer<InboxMessage> screen) {
        this.sqs = sqs;
        this.screen = screen;
        this.queueUrl = sqs.createQueue(request -> request.queueName(stackName + "-inbox"))
                .queueUrl();
        var arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sns.subscribe(request -> request.topicArn(topicArn).protocol("sqs").endpoint(arn));
        this.drain = Thread.ofVirtual().name("inbox").start(this::drain);
    }

    @Override
    public List<InboxMessage> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        closed = true;
        drain.interrupt();
    }

    private void drain() {
        while (!closed) {
            try {
                var batch = sqs.receiveMessage(request ->
                        request.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(LONG_POLL_SECONDS));
                for (var message : batch.messages()) {
                    take(message.body());
                    sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
                }
            } catch (SdkException e) {
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    private void take(String envelope) {
        var notification = Json.read(envelope);
        var attributes = new TreeMap<String, String>();
        var given = notification.at("MessageAttributes");
        given.names()
                .forEach(name -> attributes.put(name, given.at(name).at("Value").textOrEmpty()));
        var message = new InboxMessage(
                notification.at("MessageId").textOrEmpty(),
                notification.at("TopicArn").textOrEmpty(),
                Instant.now(),
                notification.at("Subject").textOrEmpty(),
                attributes,
                notification.at("Message").textOrEmpty());
        messages.add(message);
        screen.accept(message);
    }
}
