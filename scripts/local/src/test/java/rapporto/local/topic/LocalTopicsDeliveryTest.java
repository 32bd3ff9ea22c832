// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rapporto.json.Field;
import rapporto.json.Json;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What really arrives at queues and web hooks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalTopicsDeliveryTest {
    private final Queues queues = new Queues();
    private final ByHand time = new ByHand();
    private final BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final LocalTopics topics = LocalTopics.start(0, Optional.empty(), queues.endpoint(), message -> {}, time);
    private final SnsClient sns = SnsClients.of(topics.endpoint());
    private final HttpServer webHook;

    LocalTopicsDeliveryTest() throws IOException {
        webHook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** One request that the web hook got. */
    private record Hook(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        Field json() {
            return Json.read(body);
        }
    }

    @BeforeAll
    void listen() {
        webHook.createContext("/", this::receive);
        webHook.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            hooks.add(new Hook(Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.remove(), -1);
        }
    }

    @AfterEach
    void forget() {
        hooks.clear();
        answers.clear();
    }

    @AfterAll
    void close() {
        sns.close();
        topics.close();
        webHook.stop(0);
        queues.close();
    }

    @Test
    void given_a_queue_when_published_to_then_it_gets_the_envelope() {
        var topic = topic("envelope");
        subscribe(topic, "sqs", queues.make("envelope"), Map.of());

        var id = publish(topic, "{\"a\":1}");

        var message = only("envelope");
        var envelope = Json.read(message.body());
        assertThat(envelope.names())
                .containsExactly(
                        "Type",
                        "MessageId",
                        "TopicArn",
                        "Subject",
                        "Message",
                        "Timestamp",
                        "SignatureVersion",
                        "MessageAttributes");
        assertThat(envelope.at("Type").text()).isEqualTo("Notification");
        assertThat(envelope.at("MessageId").text()).isEqualTo(id);
        assertThat(envelope.at("TopicArn").text()).isEqualTo(topic);
        assertThat(envelope.at("Subject").text()).isEqualTo("subject");
        assertThat(envelope.at("Message").text()).isEqualTo("{\"a\":1}");
        assertThat(envelope.at("Timestamp").text()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        var severity = envelope.at("MessageAttributes").at("severity");
        assertThat(severity.at("Type").text()).isEqualTo("String");
        assertThat(severity.at("Value").text()).isEqualTo("P1");
        assertThat(message.messageAttributes()).isEmpty();
    }

    @Test
    void given_a_queue_that_wants_it_raw_when_published_to_then_it_gets_message_and_attributes() {
        var topic = topic("raw");
        subscribe(topic, "sqs", queues.make("raw"), Map.of("RawMessageDelivery", "true"));

        publish(topic, "bare è");

        var message = only("raw");
        assertThat(message.body()).isEqualTo("bare è");
        assertThat(message.messageAttributes().keySet()).containsExactly("severity");
        assertThat(message.messageAttributes().values())
                .allSatisfy(value -> assertThat(value.stringValue()).isEqualTo("P1"));
    }

    @Test
    void given_a_queue_that_is_not_there_when_published_to_then_the_dead_letters_get_the_message_and_the_reason() {
        var topic = topic("missing");
        var lost = queues.make("lost");
        subscribe(
                topic,
                "sqs",
                "arn:aws:sqs:us-east-1:000000000000:nowhere",
                Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(lost)));

        publish(topic, "one");

        var message = only("lost");
        assertThat(Json.read(message.body()).at("Message").text()).isEqualTo("one");
        assertThat(message.messageAttributes().get("ErrorMessage"))
                .satisfies(reason -> assertThat(reason.stringValue()).startsWith("sqs answered 400"));
    }

    @Test
    void given_a_web_hook_when_it_opens_the_subscribe_address_then_it_gets_messages() throws Exception {
        var topic = topic("hook");
        var answer = subscribe(topic, "http", address(), Map.of());
        time.runAll();

        var asked = hooks.remove();
        assertThat(answer).isEqualTo("pending confirmation");
        assertThat(asked.header("X-amz-sns-message-type")).isEqualTo("SubscriptionConfirmation");
        assertThat(asked.header("X-amz-sns-topic-arn")).isEqualTo(topic);
        assertThat(asked.json().at("Type").text()).isEqualTo("SubscriptionConfirmation");
        open(asked.json().at("SubscribeURL").text());
        var id = publish(topic, "one");
        time.runAll();

        var got = hooks.remove();
        var arn = sns.listSubscriptionsByTopic(request -> request.topicArn(topic))
                .subscriptions()
                .getFirst()
                .subscriptionArn();
        assertThat(got.header("X-amz-sns-message-type")).isEqualTo("Notification");
        assertThat(got.header("X-amz-sns-message-id")).isEqualTo(id);
        assertThat(got.header("X-amz-sns-topic-arn")).isEqualTo(topic);
        assertThat(got.header("X-amz-sns-subscription-arn")).isEqualTo(arn);
        assertThat(got.header("Content-type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(got.json().at("Message").text()).isEqualTo("one");
    }

    private static void open(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void given_a_web_hook_that_fails_when_it_recovers_then_the_message_arrives_raw_with_its_header() {
        var topic = topic("recovers");
        var arn = confirmed(topic, Map.of("RawMessageDelivery", "true"));
        answers.addAll(List.of(500, 429));

        publish(topic, "one");
        time.runAll();

        assertThat(hooks).hasSize(3).allSatisfy(hook -> {
            assertThat(hook.body()).isEqualTo("one");
            assertThat(hook.header("X-amz-sns-rawdelivery")).isEqualTo("true");
            assertThat(hook.header("X-amz-sns-subscription-arn")).isEqualTo(arn);
        });
    }

    @Test
    void given_a_web_hook_that_sends_elsewhere_when_published_to_then_nobody_follows_and_the_dead_letters_have_it() {
        var topic = topic("redirects");
        var lost = queues.make("redirected");
        confirmed(topic, Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(lost)));
        answers.add(302);

        publish(topic, "one");

        assertThat(only("redirected").messageAttributes().get("ErrorMessage"))
                .satisfies(reason -> assertThat(reason.stringValue()).isEqualTo("web hook answered 302"));
        assertThat(hooks).hasSize(1);
    }

    private String confirmed(String topic, Map<String, String> attributes) {
        subscribe(topic, "http", address(), attributes);
        time.runAll();
        var token = hooks.remove().json().at("Token").text();
        return sns.confirmSubscription(request -> request.topicArn(topic).token(token))
                .subscriptionArn();
    }

    private String address() {
        return "http://127.0.0.1:%d/hook".formatted(webHook.getAddress().getPort());
    }

    private Message only(String queue) {
        time.runAll();
        var messages = queues.take(queue, taken -> !taken.isEmpty());
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private String topic(String name) {
        return sns.createTopic(topic -> topic.name(name)).topicArn();
    }

    private String subscribe(String topic, String protocol, String endpoint, Map<String, String> attributes) {
        return sns.subscribe(request -> request.topicArn(topic)
                        .protocol(protocol)
                        .endpoint(endpoint)
                        .attributes(attributes))
                .subscriptionArn();
    }

    private String publish(String topic, String message) {
        return sns.publish(request -> request.topicArn(topic)
                        .subject("subject")
                        .message(message)
                        .messageAttributes(Map.of("severity", SnsClients.attribute("String", "P1"))))
                .messageId();
    }
}
