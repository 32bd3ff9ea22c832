// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The actions of SNS that are served here: parameters in, the elements of the result out. */
final class Actions {
    private static final String OWNER = "000000000000";

    private final Topics topics;
    private final Publishing publishing;

    Actions(Topics topics) {
        this.topics = topics;
        this.publishing = new Publishing(topics);
    }

    /** @throws TopicFault what SNS would say as well; InvalidAction for an action that is not served here */
    List<Element> act(String action, Query query) {
        return switch (action) {
            case "CreateTopic" ->
                List.of(Element.of(
                        "TopicArn",
                        topics.make(query.text("Name"), query.map("Attributes")).arn()));
            case "DeleteTopic" -> deleteTopic(query);
            case "ListTopics" -> listTopics();
            case "GetTopicAttributes" -> List.of(Element.entries("Attributes", attributes(topics.topic(arn(query)))));
            case "SetTopicAttributes" -> setTopicAttributes(query);
            case "Subscribe" -> subscribe(query);
            case "ConfirmSubscription" ->
                List.of(Element.of(
                        "SubscriptionArn",
                        topics.confirm(arn(query), query.text("Token")).arn()));
            case "Unsubscribe" -> unsubscribe(query);
            case "ListSubscriptionsByTopic" -> listSubscriptions(query);
            case "GetSubscriptionAttributes" -> getSubscriptionAttributes(query);
            case "SetSubscriptionAttributes" -> setSubscriptionAttributes(query);
            case "Publish" -> publishing.publish(query);
            case "PublishBatch" -> publishing.publishBatch(query);
            default -> throw TopicFault.action(action);
        };
    }

    private static String arn(Query query) {
        return query.text("TopicArn");
    }

    private List<Element> deleteTopic(Query query) {
        topics.delete(arn(query));
        return List.of();
    }

    private List<Element> listTopics() {
        return List.of(Element.members(
                "Topics",
                topics.all().stream()
                        .map(topic -> List.of(Element.of("TopicArn", topic.arn())))
                        .toList()));
    }

    private Map<String, String> attributes(Topic topic) {
        var subscriptions = topics.subscriptionsOf(topic.arn());
        long confirmed =
                subscriptions.stream().filter(Subscription::isConfirmed).count();
        var attributes = new TreeMap<>(topic.attributes());
        attributes.put("TopicArn", topic.arn());
        attributes.put("Owner", OWNER);
        attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
        attributes.put("SubscriptionsPending", Long.toString(subscriptions.size() - confirmed));
        return attributes;
    }

    private List<Element> setTopicAttributes(Query query) {
        topics.set(
                arn(query),
                query.text("AttributeName"),
                query.optional("AttributeValue").orElse(""));
        return List.of();
    }

    private List<Element> subscribe(Query query) {
        var protocol = Protocol.named(query.text("Protocol"));
        var subscription = topics.subscribe(arn(query), protocol, query.text("Endpoint"), query.map("Attributes"));
        boolean tellsArn = subscription.isConfirmed()
                || query.optional("ReturnSubscriptionArn").orElse("").equals("true");
        return List.of(Element.of("SubscriptionArn", tellsArn ? subscription.arn() : "pending confirmation"));
    }

    private List<Element> unsubscribe(Query query) {
        topics.unsubscribe(query.text("SubscriptionArn"));
        return List.of();
    }

    private List<Element> listSubscriptions(Query query) {
        return List.of(Element.members(
                "Subscriptions",
                topics.subscriptionsOf(arn(query)).stream().map(Actions::member).toList()));
    }

    private static List<Element> member(Subscription subscription) {
        return List.of(
                Element.of("SubscriptionArn", subscription.isConfirmed() ? subscription.arn() : "PendingConfirmation"),
                Element.of("Owner", OWNER),
                Element.of("Protocol", subscription.protocol().word()),
                Element.of("Endpoint", subscription.endpoint()),
                Element.of("TopicArn", subscription.topicArn()));
    }

    private List<Element> getSubscriptionAttributes(Query query) {
        var subscription = topics.subscription(query.text("SubscriptionArn"))
                .orElseThrow(() -> TopicFault.notFound("Subscription does not exist"));
        var attributes = new TreeMap<>(subscription.settings().attributes());
        attributes.put("SubscriptionArn", subscription.arn());
        attributes.put("TopicArn", subscription.topicArn());
        attributes.put("Owner", OWNER);
        attributes.put("Protocol", subscription.protocol().word());
        attributes.put("Endpoint", subscription.endpoint());
        attributes.put("PendingConfirmation", Boolean.toString(!subscription.isConfirmed()));
        attributes.put(
                "RawMessageDelivery", Boolean.toString(subscription.settings().raw()));
        return List.of(Element.entries("Attributes", attributes));
    }

    private List<Element> setSubscriptionAttributes(Query query) {
        topics.setSubscription(
                query.text("SubscriptionArn"),
                query.text("AttributeName"),
                query.optional("AttributeValue").orElse(""));
        return List.of();
    }
}
