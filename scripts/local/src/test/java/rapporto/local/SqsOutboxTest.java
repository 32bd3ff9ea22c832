// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import rapporto.aws.sqs.SqsOutbox;
import rapporto.local.emulator.Clients;
import rapporto.local.emulator.ElasticMq;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;
import rapporto.testkit.OutboxContract;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqsOutboxTest extends OutboxContract {
    private ElasticMq queues;
    private SqsClient sqs;
    private String queueUrl = "";

    @BeforeAll
    void start() {
        queues = ElasticMq.start(0, Optional.empty());
        sqs = Clients.sqs(queues.endpoint());
    }

    @AfterAll
    void stop() {
        sqs.close();
        queues.close();
    }

    @Override
    protected Outbox emptyOutbox() {
        queueUrl = sqs.createQueue(request -> request.queueName("q" + UUID.randomUUID())
                        .attributes(Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1048576")))
                .queueUrl();
        return new SqsOutbox(sqs, queueUrl);
    }

    @Override
    protected List<Message> received(int count) {
        var messages = new ArrayList<Message>();
        while (messages.size() < count) {
            var batch = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(5)
                            .messageAttributeNames("All")
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
            if (batch.isEmpty()) {
                return messages; // five seconds of nothing: the contract says what is missing
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
