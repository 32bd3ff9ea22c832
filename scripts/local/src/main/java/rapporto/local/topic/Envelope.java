// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import rapporto.json.Json;

/**
 * The JSON that subscribers get, as Amazon SNS writes it, without a signature: nobody here holds Amazon's key. Source:
 * developer guide, message and JSON formats, read 2026-11-23.
 */
final class Envelope {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Envelope() {}

    /** What {@code to} gets of a message: the bare message when it asked for that. */
    static String of(Notification notification, Subscription to) {
        return to.settings().raw() ? notification.message() : Json.write(document(notification));
    }

    private static ObjectNode document(Notification notification) {
        var document = Json.object()
                .put("Type", "Notification")
                .put("MessageId", notification.messageId())
                .put("TopicArn", notification.topicArn());
        notification.subject().ifPresent(subject -> document.put("Subject", subject));
        document.put("Message", notification.message())
                .put("Timestamp", TIME.format(notification.at()))
                .put("SignatureVersion", "1");
        if (!notification.attributes().isEmpty()) {
            var attributes = document.putObject("MessageAttributes");
            notification.attributes().forEach((name, attribute) -> attributes
                    .putObject(name)
                    .put("Type", attribute.type())
                    .put("Value", attribute.value()));
        }
        return document;
    }

    /** What asks a web hook to confirm; it does so by a GET of the SubscribeURL or by ConfirmSubscription. */
    static String confirmation(String messageId, Subscription webHook, String token, URI topics, Instant at) {
        var address = "%s/?Action=ConfirmSubscription&TopicArn=%s&Token=%s"
                .formatted(topics, URLEncoder.encode(webHook.topicArn(), StandardCharsets.UTF_8), token);
        return Json.write(Json.object()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", messageId)
                .put("Token", token)
                .put("TopicArn", webHook.topicArn())
                .put(
                        "Message",
                        "Confirm the subscription to %s by a GET of the SubscribeURL".formatted(webHook.topicArn()))
                .put("SubscribeURL", address)
                .put("Timestamp", TIME.format(at))
                .put("SignatureVersion", "1"));
    }
}
