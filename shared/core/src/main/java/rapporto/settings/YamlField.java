// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern SECRET = Pattern.compile("secret|token|password|credential", Pattern.CASE_INSENSITIVE);

    /** Most choices that a message lists: a screenful. */
    private static final int MOST_CHOICES = 20;

    private final String path;
    private final Node node;
    private final Faults faults;

    YamlField(String path, Node node, Faults faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** Checks the keys of a mapping; one that is unknown, doubled or for a secret is a fault. */
    void keys(String... known) {
        if (!(node instanceof MappingNode mapping)) {
            fault(() -> "is %s, wanted keys %s".formatted(found(), String.join(", ", known)));
            return;
        }
        var allowed = List.of(known);
        var seen = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var field = new YamlField(child(key), tuple.getKeyNode(), faults);
            if (!seen.add(key)) {
                field.fault(() -> "is given twice, wanted once");
            } else if (!allowed.contains(key)) {
                field.fault(() -> unknown(key, allowed));
            }
        }
    }

    private static String unknown(String key, List<String> allowed) {
        if (SECRET.matcher(key).find()) {
            return "is a secret, wanted in the secrets file or the parameter store, never here";
        }
        var meant =
                Nearest.to(key, allowed).map(" (did you mean %s?)"::formatted).orElse("");
        return "is unknown, wanted one of " + listed(Set.copyOf(allowed)) + meant;
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
            new YamlField(child(name), node, faults).fault(() -> "is missing");
        }
        return member;
    }

    /** The elements of a list that has at least one. */
    List<YamlField> elements() {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            fault(() -> "is %s, wanted a list with at least one entry".formatted(found()));
            return List.of();
        }
        return elementsOf(sequence);
    }

    private List<YamlField> elementsOf(SequenceNode sequence) {
        var elements = new ArrayList<YamlField>(sequence.getValue().size());
        for (int i = 0; i < sequence.getValue().size(); i++) {
            elements.add(new YamlField(
                    "%s[%d]".formatted(path, i), sequence.getValue().get(i), faults));
        }
        return elements;
    }

    /**
     * The text here as {@code read} takes it. Where it throws {@link IllegalArgumentException} or
     * {@link DateTimeException}, the fault says what was {@code wanted}.
     */
    <T> Optional<T> value(Supplier<String> wanted, Function<String, T> read) {
        var text = text();
        if (text.isEmpty()) {
            fault(() -> "is %s, wanted %s".formatted(found(), wanted.get()));
            return Optional.empty();
        }
        try {
            return text.map(read);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(() -> "is \"%s\", wanted %s".formatted(Fault.shown(text.get()), wanted.get()));
            return Optional.empty();
        }
    }

    /** The text here, which must be one of {@code choices}. */
    Optional<String> oneOf(Set<String> choices) {
        return value(() -> "one of " + listed(choices), text -> {
            if (!choices.contains(text)) {
                throw new IllegalArgumentException("not a choice");
            }
            return text;
        });
    }

    /** The text here, which must be one of {@code ids}; where there are none at all, their list is the fault. */
    Optional<String> referenceTo(Set<String> ids) {
        return ids.isEmpty() ? Optional.empty() : oneOf(ids);
    }

    /**
     * What stands at {@code member} in each entry of the list {@code name}, wrong entries included: a reference to an
     * entry is right even where the entry has a fault of its own.
     */
    Set<String> textsOf(String name, String member) {
        var list = optional(name).filter(field -> field.node instanceof SequenceNode);
        return list.stream()
                .flatMap(field -> field.elementsOf((SequenceNode) field.node).stream())
                .flatMap(entry -> entry.optional(member).flatMap(YamlField::text).stream())
                .collect(Collectors.toSet());
    }

    /** The text here, if there is any. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    void fault(Supplier<String> message) {
        faults.add(node.getStartMark().getLine() + 1, path, message);
    }

    private String child(String name) {
        return path.isEmpty() ? Fault.shown(name) : path + "." + Fault.shown(name);
    }

    private String found() {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
            default -> "text";
        };
    }

    private static String listed(Set<String> choices) {
        var first = choices.stream().sorted().limit(MOST_CHOICES).collect(Collectors.joining(", "));
        int others = choices.size() - MOST_CHOICES;
        return others > 0 ? "%s and %d others".formatted(first, others) : first;
    }
}
