// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import rapporto.aws.sqs.SqsOutbox;
import rapporto.local.emulator.Clients;
import rapporto.local.emulator.QueueReader;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;
import rapporto.testkit.OutboxContract;
import software.amazon.awssdk.services.sqs.SqsClient;

@Tag("localstack")
class LocalStackOutboxTest extends OutboxContract {
    private final SqsClient sqs = Clients.sqs(LocalStack.endpoint());
    private DeployedStack stack;

    @BeforeEach
    void start() {
        stack = DeployedStack.of(Extract.ofTemplate("AWS::SQS::Queue"::equals));
    }

    @AfterEach
    void stop() {
        stack.close();
        sqs.close();
    }

    @Override
    protected Outbox emptyOutbox() {
        return new SqsOutbox(sqs, stack.ref("DeliveriesQueue"));
    }

    @Override
    protected List<Message> received(int count) {
        return new QueueReader(sqs, stack.ref("DeliveriesQueue")).received(count);
    }
}
