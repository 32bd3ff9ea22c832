// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.sqs;

import java.util.stream.Collectors;
import rapporto.aws.client.Calls;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A standard SQS queue with fair groups. */
public final class SqsOutbox implements Outbox {
    private final SqsClient sqs;
    private final String queueUrl;
    private final Calls calls = new Calls("sqs");

    /** Sends to the queue at {@code queueUrl}. */
    public SqsOutbox(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(Message message) {
        var attributes = message.attributes().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(entry.getValue())
                        .build()));
        calls.call(
                "send",
                message.group(),
                () -> sqs.sendMessage(request -> request.queueUrl(queueUrl)
                        .messageGroupId(group(message.group()))
                        .messageBody(message.body())
                        .messageAttributes(attributes)));
    }

    /** A group id takes letters, digits and punctuation, 128 at most (SQS API reference, read 2026-11-23). */
    private static String group(String group) {
        return group.length() <= 128 ? group : group.substring(0, 128);
    }
}
