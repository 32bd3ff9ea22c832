// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** One queue of an emulator, spoken to by the real client. */
record Queue(SqsClient sqs, String url) {
    static Queue create(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        return new Queue(
                sqs,
                sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                        .queueUrl());
    }

    /** The queue that is there already, or an exception of the client. */
    static Queue existing(SqsClient sqs, String name) {
        return new Queue(
                sqs, sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
    }

    void send(String body) {
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
    }

    /** Up to ten messages, waiting up to {@code seconds} for the first; hidden for a minute. */
    List<Message> receive(int seconds) {
        return receive(seconds, 60);
    }

    List<Message> receive(int seconds, int hiddenFor) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(seconds)
                        .visibilityTimeout(hiddenFor)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    void delete(List<Message> messages) {
        var entries = messages.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
    }

    String attribute(QueueAttributeName name) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .getOrDefault(name, "");
    }
}
