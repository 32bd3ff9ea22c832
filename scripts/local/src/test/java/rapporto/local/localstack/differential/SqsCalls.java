// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Calls of queues. */
final class SqsCalls {
    private static final Map<String, String> ATTRIBUTES =
            Map.of("VisibilityTimeout", "30", "MaximumMessageSize", "1048576", "MessageRetentionPeriod", "345600");
    private static final List<Integer> SIZES = List.of(1, 2, 10, 100, 1_000, 65_536, 262_144, 1_048_000, 1_048_577);

    private final SqsClient sqs;
    private final Outcomes outcomes;
    private final String name;
    private String url = "";

    SqsCalls(SqsClient sqs, Outcomes outcomes, String name) {
        this.sqs = sqs;
        this.outcomes = outcomes;
        this.name = name;
    }

    void run() {
        queues();
        sends();
        attributes();
        batches();
        receives();
        deadLetters();
        ends();
    }

    private void queues() {
        outcomes.of("sqs create", () -> {
            url = create(ATTRIBUTES);
            return url.endsWith(name);
        });
        outcomes.of("sqs create again", () -> create(ATTRIBUTES).equals(url));
        outcomes.of("sqs create with another visibility", () -> create(Map.of("VisibilityTimeout", "31"))
                .equals(url));
        outcomes.of("sqs create with an unknown attribute", () -> create(Map.of("Colour", "blue"))
                .equals(url));
        outcomes.of("sqs find", () -> sqs.getQueueUrl(request -> request.queueName(name))
                .queueUrl()
                .equals(url));
        outcomes.of("sqs find none", () -> sqs.getQueueUrl(request -> request.queueName(name + "-none"))
                .queueUrl());
        for (var attribute : ATTRIBUTES.keySet()) {
            outcomes.of("sqs ask " + attribute, () -> attribute(QueueAttributeName.fromValue(attribute)));
        }
        outcomes.of("sqs set visibility", () -> set("VisibilityTimeout", "45"));
        outcomes.of("sqs ask visibility", () -> attribute(QueueAttributeName.VISIBILITY_TIMEOUT));
        outcomes.of("sqs set visibility of a day and a second", () -> set("VisibilityTimeout", "86401"));
        outcomes.of("sqs set retention of a second", () -> set("MessageRetentionPeriod", "1"));
    }

    private void sends() {
        for (var size : SIZES) {
            outcomes.of("sqs send %d bytes".formatted(size), () -> send("x".repeat(size)));
        }
        outcomes.of("sqs send nothing", () -> send(""));
        outcomes.of("sqs send a NUL", () -> send("a\u0000b"));
        outcomes.of("sqs send an emoji", () -> send("\ud83d\udc4b"));
        outcomes.of("sqs send U+FFFE", () -> send("a\ufffeb"));
        outcomes.of("sqs send to no queue", () -> sqs.sendMessage(
                        request -> request.queueUrl(url + "-none").messageBody("x"))
                .messageId());
        outcomes.of("sqs send delayed too long", () -> sqs.sendMessage(
                        request -> request.queueUrl(url).messageBody("x").delaySeconds(901))
                .messageId()
                .isEmpty());
        outcomes.of("sqs send in a group", () -> sqs.sendMessage(
                        request -> request.queueUrl(url).messageBody("grouped").messageGroupId("slack/demo"))
                .md5OfMessageBody());
    }

    private void attributes() {
        for (int count : List.of(1, 3, 10, 11)) {
            outcomes.of("sqs send %d attributes".formatted(count), () -> {
                var attributes = new java.util.TreeMap<String, MessageAttributeValue>();
                IntStream.range(0, count).forEach(i -> attributes.put("a" + i, text("String", "v" + i)));
                return sent(attributes);
            });
        }
        outcomes.of("sqs send a number", () -> sent(Map.of("n", text("Number", "12.5"))));
        outcomes.of("sqs send no number", () -> sent(Map.of("n", text("Number", "twelve"))));
        outcomes.of("sqs send an empty attribute", () -> sent(Map.of("n", text("String", ""))));
        outcomes.of("sqs send an unknown type", () -> sent(Map.of("n", text("Colour", "blue"))));
    }

    private void batches() {
        for (int count : List.of(0, 1, 2, 10, 11)) {
            outcomes.of("sqs batch of %d".formatted(count), () -> batch(count, i -> "e" + i));
        }
        outcomes.of("sqs batch with double ids", () -> batch(2, _ -> "same"));
        outcomes.of("sqs batch with a bad id", () -> batch(1, _ -> "not good!"));
    }

    private void receives() {
        sqs.purgeQueue(request -> request.queueUrl(url));
        for (int i = 0; i < 12; i++) {
            int number = i;
            outcomes.of("sqs send number " + i, () -> send("number " + number));
        }
        var received = new ArrayList<Message>();
        outcomes.of("sqs receive all in batches of ten", () -> {
            var batch = receive(10);
            while (!batch.isEmpty()) {
                received.addAll(batch);
                batch = receive(10);
            }
            return received.stream().map(Message::body).sorted().toList();
        });
        for (int most : List.of(0, 11)) {
            outcomes.of("sqs receive %d at most".formatted(most), () -> receive(most)
                    .size());
        }
        var first = received.getFirst();
        outcomes.of("sqs receive count", () -> first.attributes()
                .get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
        outcomes.of("sqs hide longer", () -> hide(first.receiptHandle(), 60));
        outcomes.of("sqs hide for a day and a second", () -> hide(first.receiptHandle(), 86_401));
        outcomes.of("sqs hide by no handle", () -> hide("nothing", 60));
        outcomes.of("sqs delete", () -> delete(first.receiptHandle()));
        outcomes.of("sqs delete again", () -> delete(first.receiptHandle()));
        outcomes.of("sqs delete by no handle", () -> delete("nothing"));
        outcomes.of("sqs in flight", () -> attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private void deadLetters() {
        var dead = sqs.createQueue(request -> request.queueName(name + "-dlq")).queueUrl();
        var arn = String.valueOf(
                sqs.getQueueAttributes(request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
        var policy = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%s\"}";
        outcomes.of("sqs redrive policy", () -> set("RedrivePolicy", policy.formatted(arn, 2)));
        outcomes.of("sqs move", () -> sqs.startMessageMoveTask(request -> request.sourceArn(arn))
                .taskHandle()
                .isEmpty());
        outcomes.of("sqs redrive policy to no queue", () -> set("RedrivePolicy", policy.formatted(arn + "-none", 2)));
        outcomes.of("sqs redrive policy after no receive", () -> set("RedrivePolicy", policy.formatted(arn, 0)));
        outcomes.of("sqs redrive policy that is no JSON", () -> set("RedrivePolicy", "often"));
        outcomes.of("sqs move from no dead letters", () -> sqs.startMessageMoveTask(
                        request -> request.sourceArn(arn + "-none"))
                .taskHandle());
    }

    private void ends() {
        outcomes.of("sqs delete the queue", () -> sqs.deleteQueue(request -> request.queueUrl(url))
                .sdkHttpResponse()
                .statusCode());
        outcomes.of("sqs send to what is deleted", () -> send("late"));
    }

    private String create(Map<String, String> attributes) {
        return sqs.createQueue(request -> request.queueName(name).attributesWithStrings(attributes))
                .queueUrl();
    }

    private String attribute(QueueAttributeName attribute) {
        return String.valueOf(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(attribute))
                        .attributes()
                        .get(attribute));
    }

    private Object set(String attribute, String value) {
        return sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(Map.of(attribute, value)))
                .sdkHttpResponse()
                .statusCode();
    }

    private Object send(String body) {
        return sqs.sendMessage(request -> request.queueUrl(url).messageBody(body))
                .md5OfMessageBody();
    }

    private Object sent(Map<String, MessageAttributeValue> attributes) {
        return sqs.sendMessage(request -> request.queueUrl(url).messageBody("x").messageAttributes(attributes))
                .md5OfMessageAttributes();
    }

    private static MessageAttributeValue text(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private interface Id {
        String of(int number);
    }

    private Object batch(int count, Id ids) {
        var entries = IntStream.range(0, count)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(ids.of(i))
                        .messageBody("batch " + i)
                        .build())
                .toList();
        var answer = sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
        return "%d sent, %d failed"
                .formatted(answer.successful().size(), answer.failed().size());
    }

    private List<Message> receive(int most) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(most)
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private Object hide(String handle, int seconds) {
        return sqs.changeMessageVisibility(
                        request -> request.queueUrl(url).receiptHandle(handle).visibilityTimeout(seconds))
                .sdkHttpResponse()
                .statusCode();
    }

    private Object delete(String handle) {
        return sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(handle))
                .sdkHttpResponse()
                .statusCode();
    }
}
