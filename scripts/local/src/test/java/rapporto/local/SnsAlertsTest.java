// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import rapporto.alert.AlertMessage;
import rapporto.alert.Alerts;
import rapporto.aws.sns.SnsAlerts;
import rapporto.json.Json;
import rapporto.local.topic.LocalTopics;
import rapporto.testkit.AlertsContract;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsAlertsTest extends AlertsContract {
    private LocalTopics topics;
    private SnsClient sns;

    @BeforeEach
    void start() {
        topics = LocalTopics.start(0, Optional.empty(), URI.create("http://127.0.0.1:1"), _ -> {});
        sns = SnsClient.builder()
                .endpointOverride(topics.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() {
        sns.close();
        topics.close();
    }

    @Override
    protected Alerts quietAlerts() {
        var arn = sns.createTopic(request -> request.name("alerts")).topicArn();
        sns.subscribe(request -> request.topicArn(arn).protocol("inbox").endpoint("screen"));
        return new SnsAlerts(sns, arn);
    }

    /** The inbox has a message before its publisher is answered. */
    @Override
    protected List<AlertMessage> received(int count) {
        return topics.inbox().stream()
                .map(message -> new AlertMessage(
                        Json.read(message.message()).at("id").text().replace("-raised", ""),
                        message.subject(),
                        message.attributes(),
                        message.message()))
                .toList();
    }
}
