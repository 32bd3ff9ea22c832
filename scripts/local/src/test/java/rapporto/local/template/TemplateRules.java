// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What operators rely on in {@code template.yaml}, beyond what lint and the single machine check. */
final class TemplateRules {
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Yaml root;
    private final Yaml resources;

    private TemplateRules(String text) {
        var node = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
        this.root = Yaml.root(node, faults);
        this.resources = root.at("Resources");
    }

    /** Every rule that {@code text} breaks, with line and path. */
    static List<String> broken(String text) {
        var rules = new TemplateRules(text);
        rules.check();
        return rules.faults.stream().map(TemplateFault::toString).toList();
    }

    private void check() {
        root.at("Parameters").names().stream()
                .map(root.at("Parameters")::at)
                .filter(parameter -> !parameter.at("Default").isPresent())
                .forEach(parameter -> parameter.fault("has no Default: a first deploy would have to ask for it"));
        each("AWS::Serverless::Function", this::function);
        each("AWS::IAM::Role", TemplateRules::role);
        ids("AWS::SQS::Queue").forEach(id -> queue(id, resources.at(id).at("Properties")));
        each("AWS::Logs::LogGroup", group -> wanted(group, "RetentionInDays", "its lines would be kept for ever"));
        each("AWS::SNS::Subscription", one -> wanted(one, "RedrivePolicy", "what it cannot deliver would be lost"));
        each("AWS::CloudWatch::Alarm", alarm -> wanted(alarm, "AlarmActions", "nobody would hear of it"));
        resources.names().forEach(id -> permissions(resources.at(id)));
    }

    private void function(Yaml function) {
        wanted(function, "Role", "SAM's own would hold managed policies for all resources");
        if (function.at("Policies").isPresent()) {
            function.at("Policies").fault("has no effect beside Role");
        }
        var group = function.at("LoggingConfig").at("LogGroup");
        if (!ids("AWS::Logs::LogGroup").contains(group.text().orElse(""))) {
            group.fault("is no log group of the template");
        }
    }

    private static void role(Yaml role) {
        if (role.at("ManagedPolicyArns").isPresent()) {
            role.at("ManagedPolicyArns").fault("are managed by others, and wide");
        }
    }

    private void queue(String id, Yaml queue) {
        if (!named("deadLetterTargetArn", "Arn").contains(id)) {
            wanted(queue, "RedrivePolicy", "what fails again and again would block it");
        }
        if (!named("Value", "QueueName").contains(id)) {
            queue.fault("is watched by no alarm");
        }
    }

    /** Logical ids that {@code key: !GetAtt Id.attribute} names anywhere. */
    private Set<String> named(String key, String attribute) {
        var ids = new TreeSet<String>();
        walk(root.node().orElseThrow(), (name, value) -> {
            if ((name.equals(key) || name.equals("Arn")) && value instanceof ScalarNode scalar) {
                var text = scalar.getValue();
                if (text.endsWith("." + attribute)) {
                    ids.add(text.substring(0, text.length() - attribute.length() - 1));
                }
            }
        });
        return ids;
    }

    private void permissions(Yaml resource) {
        resource.node()
                .ifPresent(node -> walk(node, (name, value) -> {
                    if (Set.of("Action", "Resource", "NotAction", "NotResource").contains(name)) {
                        texts(value)
                                .filter(text -> text.equals("*") || (name.endsWith("Action") && text.contains("*")))
                                .forEach(text -> faults.add(new TemplateFault(
                                        value.getStartMark().getLine() + 1,
                                        resource.path(),
                                        "%s is \"%s\", wanted what is needed alone".formatted(name, text))));
                    }
                }));
    }

    private void each(String type, Consumer<Yaml> rule) {
        ids(type).forEach(id -> rule.accept(resources.at(id).at("Properties")));
    }

    private List<String> ids(String type) {
        return resources.names().stream()
                .filter(id -> type.equals(resources.at(id).at("Type").text().orElse("")))
                .toList();
    }

    private static void wanted(Yaml place, String property, String otherwise) {
        if (!place.at(property).isPresent()) {
            place.fault("has no %s: %s".formatted(property, otherwise));
        }
    }

    private interface Visitor {
        void visit(String name, Node value);
    }

    private static void walk(Node node, Visitor visitor) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    visitor.visit(key.getValue(), tuple.getValueNode());
                }
                walk(tuple.getValueNode(), visitor);
            });
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(element -> walk(element, visitor));
        }
    }

    private static Stream<String> texts(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Stream.of(scalar.getValue());
            case SequenceNode list -> list.getValue().stream().flatMap(TemplateRules::texts);
            default -> Stream.of();
        };
    }
}
