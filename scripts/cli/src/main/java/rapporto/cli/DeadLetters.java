// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import rapporto.delivery.Envelope;
import rapporto.json.Json;
import rapporto.json.MalformedField;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A dead-letter queue. Letters that are only looked at are given back at once. */
final class DeadLetters {
    private static final int HELD_SECONDS = 60;

    private final SqsClient sqs;
    private final String url;
    private final String sourceUrl;

    DeadLetters(SqsClient sqs, String url, String sourceUrl) {
        this.sqs = sqs;
        this.url = url;
        this.sourceUrl = sourceUrl;
    }

    /** All letters, given back. */
    List<Message> all() {
        var letters = receive();
        letters.forEach(this::giveBack);
        return letters;
    }

    /** Leaves the chosen letters to {@code work} and gives the others back; how many were chosen. */
    int take(Predicate<Message> chosen, Consumer<Message> work) {
        int count = 0;
        for (var letter : receive()) {
            if (chosen.test(letter)) {
                work.accept(letter);
                count++;
            } else {
                giveBack(letter);
            }
        }
        return count;
    }

    /** Sent first, deleted then: dying in between leaves it twice, and the second has no effect. */
    void redrive(Message letter) {
        var group = letter.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
        sqs.sendMessage(request ->
                request.queueUrl(sourceUrl).messageBody(letter.body()).messageGroupId(group));
        discard(letter);
    }

    void giveBack(Message letter) {
        sqs.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(letter.receiptHandle()).visibilityTimeout(0));
    }

    void discard(Message letter) {
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(letter.receiptHandle()));
    }

    static String reason(Message letter) {
        var reason = letter.messageAttributes().get("reason");
        return reason == null ? "failed again and again" : reason.stringValue();
    }

    /** One JSON line: why, and where it came from; never its body. */
    static String describe(Message letter) {
        var line = Json.object().put("id", letter.messageId());
        letter.messageAttributes().forEach((name, value) -> line.put(name, value.stringValue()));
        try {
            var delivery = Envelope.read(letter.body());
            line.put("source", delivery.source().toString())
                    .put("deliveryId", delivery.id())
                    .put("receivedAt", delivery.receivedAt().toString())
                    .put("bytes", delivery.body().length);
        } catch (MalformedField e) {
            line.put("bytes", letter.body().length());
        }
        return Json.write(line);
    }

    private List<Message> receive() {
        var letters = new ArrayList<Message>();
        while (true) {
            var batch = sqs.receiveMessage(request -> request.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .visibilityTimeout(HELD_SECONDS)
                            .messageAttributeNames("All")
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
            if (batch.isEmpty()) {
                return letters;
            }
            letters.addAll(batch);
        }
    }
}
