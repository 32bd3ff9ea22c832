// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.sns;

import java.util.stream.Collectors;
import rapporto.alert.AlertMessage;
import rapporto.alert.Alerts;
import rapporto.aws.client.Calls;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The alert topic on SNS. */
public final class SnsAlerts implements Alerts {
    private final SnsClient sns;
    private final String topicArn;
    private final Calls calls = new Calls("sns");

    /** Publishes to the topic {@code topicArn}. */
    public SnsAlerts(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(AlertMessage message) {
        var attributes = message.attributes().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(entry.getValue())
                        .build()));
        calls.call(
                "publish",
                message.id(),
                () -> sns.publish(request -> request.topicArn(topicArn)
                        .subject(message.subject())
                        .message(message.body())
                        .messageAttributes(attributes)));
    }
}
