// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import rapporto.alert.AlertMessage;
import rapporto.alert.Alerts;
import rapporto.aws.sns.SnsAlerts;
import rapporto.testkit.AlertsContract;

@Tag("localstack")
class LocalStackAlertsTest extends AlertsContract {
    private StackTopic topic;
    private String queueUrl;

    @BeforeEach
    void start() {
        topic = new StackTopic();
        queueUrl = topic.subscribe("{}");
    }

    @AfterEach
    void stop() {
        topic.close();
    }

    @Override
    protected Alerts quietAlerts() {
        return new SnsAlerts(topic.sns(), topic.arn());
    }

    @Override
    protected List<AlertMessage> received(int count) {
        return topic.received(queueUrl, count);
    }
}
