// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML document that knows its line and path. What is wrong is added to the faults, and reading goes on
 * with nothing in its stead, so that all faults are found in one pass.
 */
final class YamlField {
    private final String path;
    private final Node node;
    private final List<Fault> faults;

    YamlField(String path, Node node, List<Fault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** The members of a mapping; a key that is unknown, doubled or secret is a fault. */
    YamlField keys(String... known) {
        if (!(node instanceof MappingNode mapping)) {
            fault("is %s, wanted keys %s".formatted(found(), String.join(", ", known)));
            return this;
        }
        var allowed = new TreeSet<>(List.of(known));
        var seen = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var field = new YamlField(child(key), tuple.getKeyNode(), faults);
            if (!seen.add(key)) {
                field.fault("is given twice, wanted once");
            } else if (key.contains("secret")) {
                field.fault("is a secret, wanted in the secrets file or the parameter store, never here");
            } else if (!allowed.contains(key)) {
                field.fault("is unknown, wanted one of " + String.join(", ", allowed) + similar(key, allowed));
            }
        }
        return this;
    }

    /** The member {@code name}, if there is one. */
    Optional<YamlField> optional(String name) {
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return Optional.of(new YamlField(child(name), tuple.getValueNode(), faults));
                }
            }
        }
        return Optional.empty();
    }

    /** The member {@code name}; a fault when there is none. */
    Optional<YamlField> required(String name) {
        var member = optional(name);
        if (member.isEmpty() && node instanceof MappingNode) {
            new YamlField(child(name), node, faults).fault("is missing");
        }
        return member;
    }

    /** The elements of a list that has at least one. */
    List<YamlField> elements() {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            fault("is %s, wanted a list with at least one entry".formatted(found()));
            return List.of();
        }
        var elements = new ArrayList<YamlField>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            elements.add(new YamlField(
                    "%s[%d]".formatted(path, i), sequence.getValue().get(i), faults));
        }
        return elements;
    }

    /** The text here as {@code read} takes it; what it throws is a fault that says what was {@code wanted}. */
    <T> Optional<T> value(String wanted, Function<String, T> read) {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            fault("is %s, wanted %s".formatted(found(), wanted));
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(scalar.getValue()));
        } catch (RuntimeException e) {
            fault("is \"%s\", wanted %s".formatted(scalar.getValue(), wanted));
            return Optional.empty();
        }
    }

    /** The text here, which must be one of {@code choices}. */
    Optional<String> oneOf(Set<String> choices) {
        var sorted = new TreeSet<>(choices);
        return value("one of " + String.join(", ", sorted), text -> {
            if (!sorted.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /**
     * What stands at {@code member} in each entry of the list {@code name}, wrong entries included: a reference to an
     * entry is right even where the entry has a fault of its own.
     */
    Set<String> textsOf(String name, String member) {
        var unheeded = new ArrayList<Fault>();
        var texts = new HashSet<String>();
        optional(name).map(list -> new YamlField(list.path, list.node, unheeded).elements()).orElse(List.of()).stream()
                .flatMap(entry -> entry.optional(member).stream())
                .flatMap(text -> text.value("text", Function.identity()).stream())
                .forEach(texts::add);
        return texts;
    }

    void fault(String message) {
        faults.add(new Fault(node.getStartMark().getLine() + 1, path, message));
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String found() {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
            default -> "text";
        };
    }

    /** Offers a known key that shares its first three letters: most slips are in the rest of the word. */
    private static String similar(String key, Set<String> known) {
        return known.stream()
                .filter(name -> key.length() > 2 && name.regionMatches(true, 0, key, 0, 3))
                .findFirst()
                .map(" (did you mean %s?)"::formatted)
                .orElse("");
    }
}
