// SPDX-License-Identifier: Apache-2.0
package rapporto.local.lambda;

import java.util.List;
import rapporto.local.template.Template.QueueMapping;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue, seen by what polls it. */
interface QueueClient {
    /** Waits up to 20 s for messages; empty when none came. */
    List<Message> receive();

    /** Deletes what was done. */
    void delete(List<Message> done);

    /** The queue at {@code url}. */
    static QueueClient of(SqsClient sqs, String url, QueueMapping mapping) {
        return new QueueClient() {
            @Override
            public List<Message> receive() {
                return sqs.receiveMessage(request -> request.queueUrl(url)
                                .maxNumberOfMessages(Math.min(10, mapping.batchSize()))
                                .waitTimeSeconds(20)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                        .messages();
            }

            @Override
            public void delete(List<Message> done) {
                var entries = done.stream()
                        .map(message -> DeleteMessageBatchRequestEntry.builder()
                                .id(Integer.toString(done.indexOf(message)))
                                .receiptHandle(message.receiptHandle())
                                .build())
                        .toList();
                sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
            }
        };
    }
}
