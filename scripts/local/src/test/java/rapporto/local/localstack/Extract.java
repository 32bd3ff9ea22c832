// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import rapporto.json.Json;
import rapporto.testkit.Sample;

/**
 * The part of {@code template.yaml} that LocalStack can make without Lambda: tables, queues, topics, their policies and
 * subscriptions, as they stand. Parameters and conditions stay; functions and what serves them goes.
 */
public final class Extract {
    private static final Set<String> MADE = Set.of(
            "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy",
            "AWS::SNS::Topic",
            "AWS::SNS::Subscription",
            "AWS::DynamoDB::Table");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Extract() {}

    /** All of it, as JSON. */
    public static String ofTemplate() {
        return ofTemplate(_ -> true);
    }

    /** Only resources of which {@code wanted} says so by their type. */
    public static String ofTemplate(Predicate<String> wanted) {
        var template = (ObjectNode) json(new Yaml(new LoaderOptions()).compose(new StringReader(text())));
        template.remove("Transform"); // nothing that needs a transform is left, but for one attribute, below
        template.remove("Metadata");
        template.remove("Globals");
        template.remove("Outputs");
        var resources = template.withObject("Resources");
        resources.properties().removeIf(entry -> {
            var type = entry.getValue().path("Type").textValue();
            return !MADE.contains(type) || !wanted.test(type);
        });
        for (var resource : resources) {
            // A parameter as deletion policy wants the LanguageExtensions transform; on LocalStack all is thrown away.
            ((ObjectNode) resource).remove("DeletionPolicy");
            ((ObjectNode) resource).remove("UpdateReplacePolicy");
        }
        return Json.write(template);
    }

    private static String text() {
        try {
            return Files.readString(Sample.repository().resolve("template.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** YAML with CloudFormation's short forms as JSON with its long ones. */
    private static JsonNode json(Node node) {
        var value = plain(node);
        return function(node.getTag().getValue())
                .<JsonNode>map(name -> NODES.objectNode().set(name, arguments(name, value)))
                .orElse(value);
    }

    private static Optional<String> function(String tag) {
        if (!tag.startsWith("!")) {
            return Optional.empty();
        }
        return Optional.of(tag.equals("!Ref") ? "Ref" : "Fn::" + tag.substring(1));
    }

    private static JsonNode arguments(String function, JsonNode value) {
        if (!function.equals("Fn::GetAtt")) {
            return value;
        }
        var text = value.textValue();
        int dot = text.indexOf('.');
        return NODES.arrayNode().add(text.substring(0, dot)).add(text.substring(dot + 1));
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var object = NODES.objectNode();
                mapping.getValue()
                        .forEach(entry ->
                                object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode())));
                yield object;
            }
            case SequenceNode list -> {
                var array = NODES.arrayNode();
                list.getValue().forEach(element -> array.add(json(element)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new AssertionError("unknown YAML at " + node.getStartMark());
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.INT)) {
            return NODES.numberNode(Long.parseLong(scalar.getValue()));
        }
        return scalar.getTag().equals(Tag.BOOL)
                ? NODES.booleanNode(Boolean.parseBoolean(scalar.getValue()))
                : NODES.textNode(scalar.getValue());
    }
}
