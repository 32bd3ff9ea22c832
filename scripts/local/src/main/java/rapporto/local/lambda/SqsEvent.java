// SPDX-License-Identifier: Apache-2.0
package rapporto.local.lambda;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;
import software.amazon.awssdk.services.sqs.model.Message;

/** A batch of messages as Lambda gives it to a function, and what the function answers. */
final class SqsEvent {
    private SqsEvent() {}

    /** Lambda guide, "Using Lambda with Amazon SQS", example event, read 2026-11-23. */
    static byte[] of(List<Message> messages, String queueArn) {
        var event = Json.object();
        var records = event.putArray("Records");
        for (var message : messages) {
            var one = records.addObject()
                    .put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.body());
            var attributes = one.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            var own = one.putObject("messageAttributes");
            message.messageAttributes().forEach((name, value) -> own.putObject(name)
                    .put("stringValue", value.stringValue())
                    .put("dataType", value.dataType()));
            one.put("md5OfBody", message.md5OfBody())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", queueArn)
                    .put("awsRegion", "us-east-1");
        }
        return Json.write(event).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Ids of the messages that failed; empty for an answer that fails the whole batch: one that is malformed or names a
     * message that was not in it.
     */
    static Optional<Set<String>> failures(byte[] answer, List<Message> batch) {
        if (answer.length == 0
                || new String(answer, StandardCharsets.UTF_8).strip().equals("null")) {
            return Optional.of(Set.of());
        }
        try {
            var failed = new HashSet<String>();
            var items = Json.read(answer).object().at("batchItemFailures");
            for (var item : items.isPresent() ? items.array() : List.<Field>of()) {
                failed.add(item.at("itemIdentifier").text());
            }
            boolean known = batch.stream().map(Message::messageId).toList().containsAll(failed);
            return known ? Optional.of(failed) : Optional.empty();
        } catch (MalformedField e) {
            return Optional.empty();
        }
    }
}
