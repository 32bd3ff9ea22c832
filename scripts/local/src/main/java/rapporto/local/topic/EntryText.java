// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rapporto.json.Field;
import rapporto.json.Json;

/** Entries as lines of JSON and back. */
final class EntryText {
    private EntryText() {}

    /** One line, without its end. */
    static String write(Entry entry) {
        var line = Json.object();
        switch (entry) {
            case Entry.TopicKept(var topic) -> write(topic, line.putObject("topic"));
            case Entry.TopicGone(var arn) -> line.put("topicGone", arn);
            case Entry.SubscriptionKept(var subscription) -> write(subscription, line.putObject("subscription"));
            case Entry.SubscriptionGone(var arn) -> line.put("subscriptionGone", arn);
            case Entry.Accepted accepted -> write(accepted, line.putObject("accepted"));
            case Entry.Settled(var id, var arn) ->
                line.putObject("settled").put("id", id).put("subscription", arn);
        }
        return Json.write(line);
    }

    /**
     * The entry of one line.
     *
     * @throws rapporto.json.MalformedField when the line is not one entry, whole
     * @throws TopicFault when it breaks a rule of topics
     */
    static Entry read(String text) {
        var line = Json.read(text).object();
        var name = String.join(" ", line.names());
        var field = line.at(name);
        return switch (name) {
            case "topic" -> new Entry.TopicKept(new Topic(field.at("arn").text(), texts(field.at("attributes"))));
            case "topicGone" -> new Entry.TopicGone(field.text());
            case "subscription" -> new Entry.SubscriptionKept(subscription(field));
            case "subscriptionGone" -> new Entry.SubscriptionGone(field.text());
            case "accepted" -> accepted(field);
            case "settled" ->
                new Entry.Settled(
                        field.at("id").text(), field.at("subscription").text());
            default -> throw line.wanted("one entry");
        };
    }

    private static void write(Topic topic, ObjectNode into) {
        into.put("arn", topic.arn());
        topic.attributes().forEach(into.putObject("attributes")::put);
    }

    private static void write(Subscription subscription, ObjectNode into) {
        into.put("arn", subscription.arn()).put("topic", subscription.topicArn());
        into.put("protocol", subscription.protocol().word()).put("endpoint", subscription.endpoint());
        subscription.settings().attributes().forEach(into.putObject("attributes")::put);
        subscription.token().ifPresent(token -> into.put("token", token));
    }

    private static Subscription subscription(Field from) {
        var protocol = Protocol.named(from.at("protocol").text());
        return new Subscription(
                from.at("arn").text(),
                from.at("topic").text(),
                protocol,
                from.at("endpoint").text(),
                Settings.of(protocol, texts(from.at("attributes"))),
                from.at("token").optionalText());
    }

    private static void write(Entry.Accepted accepted, ObjectNode into) {
        var notification = accepted.notification();
        into.put("id", notification.messageId()).put("topic", notification.topicArn());
        into.put("at", notification.at().toString()).put("message", notification.message());
        notification.subject().ifPresent(subject -> into.put("subject", subject));
        var attributes = into.putObject("attributes");
        notification
                .attributes()
                .forEach((name, attribute) ->
                        attributes.putObject(name).put("type", attribute.type()).put("value", attribute.value()));
        into.put("inbox", accepted.toInbox());
        accepted.waiting().forEach(into.putArray("waiting")::add);
    }

    private static Entry.Accepted accepted(Field from) {
        var attributes = new HashMap<String, Attribute>();
        for (var name : from.at("attributes").names()) {
            var attribute = from.at("attributes").at(name);
            attributes.put(name, new Attribute(attribute.at("type").text(), verbatim(attribute.at("value"))));
        }
        var notification = new Notification(
                from.at("id").text(),
                from.at("topic").text(),
                from.at("at").instant(),
                Optional.of(from.at("subject")).filter(Field::isPresent).map(EntryText::verbatim),
                attributes,
                verbatim(from.at("message")));
        var waiting = from.at("waiting").array().stream().map(Field::text).toList();
        return new Entry.Accepted(notification, from.at("inbox").isTrue(), waiting);
    }

    private static Map<String, String> texts(Field object) {
        var texts = new HashMap<String, String>();
        object.names().forEach(name -> texts.put(name, verbatim(object.at(name))));
        return texts;
    }

    /** Text that people wrote: blanks alone are text too. */
    private static String verbatim(Field field) {
        return field.textOrEmpty();
    }
}
