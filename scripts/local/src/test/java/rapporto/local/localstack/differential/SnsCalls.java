// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack.differential;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rapporto.json.Json;
import rapporto.local.emulator.QueueReader;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls of topics, and what comes to queues that subscribe. */
final class SnsCalls {
    private static final List<String> POLICIES = List.of(
            "{}",
            "{\"team\":[\"press\"]}",
            "{\"team\":[\"press\",\"legal\"],\"severity\":[\"critical\"]}",
            "{\"team\":[{\"anything-but\":\"press\"}]}",
            "{\"team\":[{\"prefix\":\"le\"}]}",
            "{\"team\":[{\"exists\":false}]}",
            "{\"score\":[{\"numeric\":[\">=\",2]}]}",
            "press",
            "{\"team\":\"press\"}",
            "{\"team\":[{\"sounds-like\":\"press\"}]}");

    private final SnsClient sns;
    private final SqsClient sqs;
    private final Outcomes outcomes;
    private final String name;
    private String arn = "";

    SnsCalls(SnsClient sns, SqsClient sqs, Outcomes outcomes, String name) {
        this.sns = sns;
        this.sqs = sqs;
        this.outcomes = outcomes;
        this.name = name;
    }

    void run() {
        outcomes.of("sns create", () -> {
            arn = sns.createTopic(request -> request.name(name)).topicArn();
            return arn.endsWith(":" + name);
        });
        outcomes.of(
                "sns create again",
                () -> sns.createTopic(request -> request.name(name)).topicArn().equals(arn));
        outcomes.of("sns create with a bad name", () -> sns.createTopic(request -> request.name("not good!"))
                .topicArn());
        publishes();
        subscriptions();
        routes();
        outcomes.of("sns delete", () -> sns.deleteTopic(request -> request.topicArn(arn))
                .sdkHttpResponse()
                .statusCode());
        outcomes.of("sns publish to what is deleted", () -> publish(arn, "late", "late", Map.of()));
    }

    private void publishes() {
        outcomes.of("sns publish", () -> publish(arn, "subject", "message", Map.of()));
        outcomes.of("sns publish without a subject", () -> sns.publish(
                        request -> request.topicArn(arn).message("message"))
                .messageId()
                .isEmpty());
        outcomes.of("sns publish to no topic", () -> publish(arn + "-none", "subject", "message", Map.of()));
        outcomes.of("sns publish nothing", () -> publish(arn, "subject", "", Map.of()));
        for (int length : List.of(99, 100, 101)) {
            outcomes.of(
                    "sns publish a subject of " + length, () -> publish(arn, "s".repeat(length), "message", Map.of()));
        }
        outcomes.of("sns publish a subject with a line break", () -> publish(arn, "a\nb", "message", Map.of()));
        outcomes.of("sns publish 256 KiB", () -> publish(arn, "subject", "x".repeat(262_144), Map.of()));
        outcomes.of("sns publish 256 KiB and a byte", () -> publish(arn, "subject", "x".repeat(262_145), Map.of()));
        outcomes.of("sns publish an empty attribute", () -> publish(arn, "subject", "message", Map.of("team", "")));
        outcomes.of(
                "sns publish ten attributes",
                () -> publish(
                        arn,
                        "subject",
                        "message",
                        IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "v" + i))));
    }

    private void subscriptions() {
        var queue = queue("attributes");
        for (var policy : POLICIES) {
            outcomes.of("sns subscribe with " + policy, () -> subscribe(queue("p" + POLICIES.indexOf(policy)), policy)
                    .startsWith(arn));
        }
        var subscription = subscribe(queue, "{\"team\":[\"press\"]}");
        outcomes.of("sns subscribe again", () -> subscribe(queue, "{\"team\":[\"press\"]}")
                .equals(subscription));
        outcomes.of("sns subscribe again with another policy", () -> subscribe(queue, "{}")
                .equals(subscription));
        outcomes.of("sns subscribe by an unknown protocol", () -> sns.subscribe(
                        request -> request.topicArn(arn).protocol("pigeon").endpoint("loft"))
                .subscriptionArn());
        outcomes.of("sns subscribe to no topic", () -> sns.subscribe(request ->
                        request.topicArn(arn + "-none").protocol("sqs").endpoint(queue))
                .subscriptionArn());
        for (var attribute : List.of("Protocol", "RawMessageDelivery", "FilterPolicy", "PendingConfirmation")) {
            outcomes.of("sns ask " + attribute, () -> ask(subscription, attribute));
        }
        outcomes.of("sns set raw", () -> set(subscription, "RawMessageDelivery", "true"));
        outcomes.of("sns ask raw", () -> ask(subscription, "RawMessageDelivery"));
        outcomes.of("sns set raw to maybe", () -> set(subscription, "RawMessageDelivery", "maybe"));
        outcomes.of("sns set an unknown attribute", () -> set(subscription, "Colour", "blue"));
        outcomes.of("sns set a bad redrive policy", () -> set(subscription, "RedrivePolicy", "often"));
        outcomes.of("sns unsubscribe", () -> sns.unsubscribe(request -> request.subscriptionArn(subscription))
                .sdkHttpResponse()
                .statusCode());
        outcomes.of("sns unsubscribe again", () -> sns.unsubscribe(request -> request.subscriptionArn(subscription))
                .sdkHttpResponse()
                .statusCode());
    }

    private void routes() {
        var attributes = List.of(
                Map.of("team", "press", "severity", "critical"),
                Map.of("team", "legal", "severity", "critical"),
                Map.of("team", "legal", "severity", "minor"),
                Map.of("severity", "critical"));
        var queues =
                POLICIES.subList(0, 6).stream().map(policy -> routed(policy)).toList();
        attributes.forEach(given -> publish(arn, "route", new TreeMap<>(given).toString(), given));
        for (int i = 0; i < queues.size(); i++) {
            var reader = new QueueReader(sqs, queues.get(i));
            outcomes.of("sns route " + POLICIES.get(i), () -> reader.received(attributes.size()).stream()
                    .map(message -> Json.read(message.body()).at("Message").text())
                    .sorted()
                    .toList());
        }
    }

    private String routed(String policy) {
        var url = sqs.createQueue(request -> request.queueName(name + "-route" + POLICIES.indexOf(policy)))
                .queueUrl();
        subscribe(new QueueReader(sqs, url).arn(), policy);
        return url;
    }

    private String queue(String suffix) {
        var url = sqs.createQueue(request -> request.queueName(name + "-" + suffix))
                .queueUrl();
        return new QueueReader(sqs, url).arn();
    }

    private String subscribe(String queueArn, String policy) {
        return sns.subscribe(request -> request.topicArn(arn)
                        .protocol("sqs")
                        .endpoint(queueArn)
                        .returnSubscriptionArn(true)
                        .attributes(Map.of("FilterPolicy", policy)))
                .subscriptionArn();
    }

    private Object publish(String topic, String subject, String message, Map<String, String> attributes) {
        var values = attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(entry.getValue())
                        .build()));
        return sns.publish(request -> request.topicArn(topic)
                        .subject(subject)
                        .message(message)
                        .messageAttributes(values))
                .messageId()
                .isEmpty();
    }

    private Object ask(String subscription, String attribute) {
        return String.valueOf(sns.getSubscriptionAttributes(request -> request.subscriptionArn(subscription))
                .attributes()
                .get(attribute));
    }

    private Object set(String subscription, String attribute, String value) {
        return sns.setSubscriptionAttributes(request -> request.subscriptionArn(subscription)
                        .attributeName(attribute)
                        .attributeValue(value))
                .sdkHttpResponse()
                .statusCode();
    }
}
