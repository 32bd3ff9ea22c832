// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import rapporto.aws.sqs.SqsOutbox;
import rapporto.local.emulator.Clients;
import rapporto.local.emulator.ElasticMq;
import rapporto.local.emulator.QueueReader;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;
import rapporto.testkit.OutboxContract;
import software.amazon.awssdk.services.sqs.SqsClient;
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
        return new QueueReader(sqs, queueUrl).received(count);
    }
}
