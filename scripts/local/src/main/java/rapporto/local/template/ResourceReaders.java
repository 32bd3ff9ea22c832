// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import rapporto.local.template.Template.Expression;
import rapporto.local.template.Template.Index;
import rapporto.local.template.Template.KeySchema;
import rapporto.local.template.Template.Queue;
import rapporto.local.template.Template.Redrive;
import rapporto.local.template.Template.Table;
import rapporto.local.template.Template.Topic;

/** Reads queues, tables and topics. */
final class ResourceReaders {
    private static final List<String> QUEUE_NUMBERS =
            List.of("VisibilityTimeout", "MessageRetentionPeriod", "MaximumMessageSize");

    private ResourceReaders() {}

    static Queue queue(String id, Yaml properties, Function<Yaml, Expression> check) {
        properties.only(Set.of(
                "QueueName",
                "VisibilityTimeout",
                "MessageRetentionPeriod",
                "MaximumMessageSize",
                "SqsManagedSseEnabled",
                "KmsMasterKeyId",
                "RedrivePolicy",
                "RedriveAllowPolicy"));
        var attributes = new HashMap<String, String>();
        for (var name : QUEUE_NUMBERS) {
            var number = properties.at(name);
            if (number.isPresent()) {
                attributes.put(name, Integer.toString(number.number(0)));
            }
        }
        var policy = properties.at("RedrivePolicy");
        var redrive = policy.isPresent()
                ? Optional.of(new Redrive(
                        policy.at("deadLetterTargetArn").resource(),
                        policy.at("maxReceiveCount").number(1)))
                : Optional.<Redrive>empty();
        return new Queue(id, check.apply(properties.at("QueueName")), attributes, redrive);
    }

    static Table table(String id, Yaml properties) {
        properties.only(Set.of(
                "BillingMode",
                "AttributeDefinitions",
                "KeySchema",
                "GlobalSecondaryIndexes",
                "StreamSpecification",
                "TimeToLiveSpecification",
                "PointInTimeRecoverySpecification",
                "DeletionProtectionEnabled",
                "SSESpecification"));
        var attributes = new LinkedHashMap<String, String>();
        properties
                .at("AttributeDefinitions")
                .elements()
                .forEach(one -> attributes.put(
                        one.at("AttributeName").required(),
                        one.at("AttributeType").required()));
        var indexes = properties.at("GlobalSecondaryIndexes").elements().stream()
                .map(ResourceReaders::index)
                .toList();
        var ttl = properties.at("TimeToLiveSpecification").at("AttributeName").text();
        return new Table(id, attributes, key(properties.at("KeySchema")), indexes, ttl);
    }

    static Topic topic(String id, Yaml properties, Function<Yaml, Expression> check) {
        properties.only(Set.of("TopicName", "KmsMasterKeyId"));
        return new Topic(id, check.apply(properties.at("TopicName")));
    }

    private static Index index(Yaml index) {
        var projected = index.at("Projection").at("NonKeyAttributes").elements().stream()
                .map(Yaml::required)
                .toList();
        return new Index(index.at("IndexName").required(), key(index.at("KeySchema")), projected);
    }

    private static KeySchema key(Yaml schema) {
        var parts = schema.elements();
        if (parts.size() != 2) {
            schema.fault("has %d parts, wanted HASH and RANGE".formatted(parts.size()));
            return new KeySchema("", "");
        }
        return new KeySchema(
                parts.get(0).at("AttributeName").required(),
                parts.get(1).at("AttributeName").required());
    }
}
