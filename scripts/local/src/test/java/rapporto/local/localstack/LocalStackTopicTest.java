// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rapporto.alert.AlertMessage;
import rapporto.aws.sns.SnsAlerts;
import rapporto.json.Field;

/** What teams that subscribe to the alert topic rely on. */
@Tag("localstack")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalStackTopicTest {
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");

    private final StackTopic topic = new StackTopic();
    private final SnsAlerts alerts = new SnsAlerts(topic.sns(), topic.arn());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        topic.close();
        client.close();
    }

    @Test
    void given_two_teams_with_filter_policies_when_alerts_are_published_then_each_gets_its_own() {
        var press = topic.subscribe("{\"team\":[\"press\"]}");
        var burning = topic.subscribe("{\"severity\":[\"critical\"],\"channel\":[\"slack\"]}");

        alerts.publish(alert("al_1", "press", "minor"));
        alerts.publish(alert("al_2", "legal", "critical"));
        alerts.publish(alert("al_3", "support", "minor"));

        assertThat(topic.received(press, 1)).extracting(AlertMessage::id).containsExactly("al_1");
        assertThat(topic.received(burning, 1)).extracting(AlertMessage::id).containsExactly("al_2");
        assertThat(topic.received(press, 2)).as("nothing else comes").isEmpty();
    }

    @Test
    void given_a_web_subscriber_when_it_confirms_then_alerts_come_signed_by_the_topics_certificate() throws Exception {
        try (var subscriber = new WebSubscriber()) {
            topic.sns()
                    .subscribe(request ->
                            request.topicArn(topic.arn()).protocol("http").endpoint(subscriber.url()));
            get(subscriber.next().at("SubscribeURL").text());

            alerts.publish(alert("al_1", "press", "critical"));
            var notification = subscriber.next();

            assertThat(notification.at("Message").text()).contains("al_1");
            var certificate = certificate(notification.at("SigningCertURL").text());
            assertThat(isSigned(notification, certificate, "")).isTrue();
            assertThat(isSigned(notification, certificate, "altered")).isFalse();
        }
    }

    private static AlertMessage alert(String id, String team, String severity) {
        var attributes =
                Map.of("severity", severity, "channel", "slack", "team", team, "eventType", "raised", "language", "it");
        return new AlertMessage(
                id, "[P1][OPEN] slack - Risk - Ana R.", attributes, "{\"id\":\"%s-raised\"}".formatted(id));
    }

    /** As the SNS developer guide, "Verifying the signatures of Amazon SNS messages", says; read 2026-11-24. */
    private static boolean isSigned(Field notification, Certificate certificate, String addition) throws Exception {
        var text = new StringBuilder();
        for (var name : SIGNED) {
            text.append(name).append('\n').append(notification.at(name).text()).append('\n');
        }
        boolean first = notification.at("SignatureVersion").text().equals("1");
        var signature = Signature.getInstance(first ? "SHA1withRSA" : "SHA256withRSA");
        signature.initVerify(certificate);
        signature.update((text + addition).getBytes(UTF_8));
        return signature.verify(
                Base64.getDecoder().decode(notification.at("Signature").text()));
    }

    private Certificate certificate(String url) throws Exception {
        try (var in = new ByteArrayInputStream(get(url))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private byte[] get(String url) throws Exception {
        var answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.body();
    }
}
