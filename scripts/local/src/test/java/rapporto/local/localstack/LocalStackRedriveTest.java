// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rapporto.local.emulator.Clients;
import rapporto.local.emulator.QueueReader;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("localstack")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalStackRedriveTest {
    /** As the template's redrive policy says. */
    private static final int MOST_RECEIVES = 5;

    private final DeployedStack stack = DeployedStack.of(Extract.ofTemplate("AWS::SQS::Queue"::equals));
    private final SqsClient sqs = Clients.sqs(LocalStack.endpoint());
    private final String queue = stack.ref("DeliveriesQueue");
    private final String deadLetters = stack.ref("DeliveriesDeadLetters");

    @AfterEach
    void stop() {
        stack.close();
        sqs.close();
    }

    @Test
    void given_a_message_that_fails_five_times_when_redriven_then_it_is_back_where_it_failed_as_it_was() {
        sqs.sendMessage(
                request -> request.queueUrl(queue).messageGroupId("slack/demo").messageBody("a delivery"));
        for (int receives = 0; receives < MOST_RECEIVES; receives++) {
            assertThat(failing()).hasSize(1);
        }
        assertThat(failing()).isEmpty();

        assertThat(waiting(deadLetters)).isEqualTo("1");
        sqs.startMessageMoveTask(request -> request.sourceArn(new QueueReader(sqs, deadLetters).arn())
                .destinationArn(new QueueReader(sqs, queue).arn()));

        assertThat(new QueueReader(sqs, queue).received(1))
                .extracting(rapporto.outbox.Message::body)
                .containsExactly("a delivery");
        assertThat(waiting(deadLetters)).isEqualTo("0");
    }

    private List<Message> failing() {
        return sqs.receiveMessage(
                        request -> request.queueUrl(queue).visibilityTimeout(0).waitTimeSeconds(1))
                .messages();
    }

    private @Nullable String waiting(String url) {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
                .attributes()
                .get(name);
    }
}
