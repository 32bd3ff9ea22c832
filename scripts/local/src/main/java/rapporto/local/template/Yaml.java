// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import rapporto.local.template.Template.Expression;

/** A place in a template that knows its line and path; faults are collected, and reading goes on. */
record Yaml(String path, Optional<Node> node, int line, List<TemplateFault> faults) {
    static Yaml root(Node node, List<TemplateFault> faults) {
        return new Yaml("", Optional.of(node), 1, faults);
    }

    Yaml at(String name) {
        var child = path.isEmpty() ? name : path + "." + name;
        return Optional.ofNullable(members().get(name))
                .map(member -> new Yaml(
                        child, Optional.of(member), member.getStartMark().getLine() + 1, faults))
                .orElseGet(() -> new Yaml(child, Optional.empty(), line, faults));
    }

    boolean isPresent() {
        return node.isPresent();
    }

    List<String> names() {
        return List.copyOf(members().keySet());
    }

    List<Yaml> elements() {
        var elements = new ArrayList<Yaml>();
        if (node.isPresent() && node.get() instanceof SequenceNode list) {
            for (var element : list.getValue()) {
                var place = "%s[%d]".formatted(path, elements.size());
                elements.add(new Yaml(
                        place, Optional.of(element), element.getStartMark().getLine() + 1, faults));
            }
        } else if (node.isPresent()) {
            fault("is no list");
        }
        return elements;
    }

    /** Members outside {@code known} are faults: what the machine does not make must not be overlooked. */
    Yaml only(Set<String> known) {
        for (var name : names()) {
            if (!known.contains(name)) {
                at(name).fault("is not known to the single machine, wanted one of "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    Optional<String> text() {
        if (node.isPresent() && node.get() instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        return Optional.empty();
    }

    String required() {
        var text = text();
        if (text.isEmpty()) {
            fault("is missing");
        }
        return text.orElse("");
    }

    int number(int otherwise) {
        try {
            return text().map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            fault("is \"%s\", wanted a whole number".formatted(text().orElse("")));
            return otherwise;
        }
    }

    Expression expression() {
        if (node.isEmpty() || !(node.get() instanceof ScalarNode scalar)) {
            fault("is missing or no text, !Ref, !GetAtt or !Sub");
            return new Expression.Text("");
        }
        return switch (scalar.getTag().getValue()) {
            case "!Ref" -> new Expression.Ref(scalar.getValue());
            case "!Sub" -> new Expression.Sub(scalar.getValue());
            case "!GetAtt" -> attribute(scalar.getValue());
            default -> new Expression.Text(scalar.getValue());
        };
    }

    /** The logical id that a {@code !GetAtt X.Arn} or {@code !Ref X} names. */
    String resource() {
        return switch (expression()) {
            case Expression.Ref(var id) -> id;
            case Expression.Attribute attribute -> attribute.id();
            case Expression.Text _, Expression.Sub _ -> {
                fault("names no resource, wanted !GetAtt or !Ref");
                yield "";
            }
        };
    }

    void fault(String message) {
        faults.add(new TemplateFault(line, path, message));
    }

    private Expression attribute(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            fault("is !GetAtt %s, wanted Resource.Attribute".formatted(text));
            return new Expression.Text("");
        }
        return new Expression.Attribute(text.substring(0, dot), text.substring(dot + 1));
    }

    private Map<String, Node> members() {
        var members = new LinkedHashMap<String, Node>();
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    members.put(key.getValue(), tuple.getValueNode());
                }
            }
        }
        return members;
    }
}
