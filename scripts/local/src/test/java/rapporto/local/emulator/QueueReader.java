// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import rapporto.outbox.Message;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A consumer of one queue. */
public final class QueueReader {
    private static final int PATIENCE_SECONDS = 5;

    private final SqsClient sqs;
    private final String queueUrl;

    /** Reads the queue at {@code queueUrl}. */
    public QueueReader(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** The queue's ARN. */
    public String arn() {
        var name = QueueAttributeName.QUEUE_ARN;
        var attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(name))
                .attributes();
        return Objects.requireNonNull(attributes.get(name), queueUrl);
    }

    /** What comes, until {@code count} are there or nothing has come for five seconds; nothing is deleted. */
    public List<Message> received(int count) {
        var messages = new ArrayList<Message>();
        while (messages.size() < count) {
            var batch = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(PATIENCE_SECONDS)
                            .messageAttributeNames("All")
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
            if (batch.isEmpty()) {
                return messages;
            }
            batch.forEach(message -> messages.add(message(message)));
        }
        return messages;
    }

    private static Message message(software.amazon.awssdk.services.sqs.model.Message message) {
        var attributes = message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().stringValue()));
        var group = String.valueOf(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
        return new Message(group, message.body(), attributes);
    }
}
