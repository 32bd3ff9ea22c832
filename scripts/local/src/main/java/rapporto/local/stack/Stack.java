// SPDX-License-Identifier: Apache-2.0
package rapporto.local.stack;

import java.util.HashMap;
import java.util.Map;
import rapporto.local.template.Substitution;
import rapporto.local.template.Template.Expression;

/**
 * What a template's resources came to.
 *
 * @param refs what {@code !Ref} gives: a queue's URL, a topic's ARN, a table's name, a parameter's value
 * @param attributes what {@code !GetAtt} gives, by {@code Id.Attribute}
 * @param names physical names by logical id
 */
public record Stack(Map<String, String> refs, Map<String, String> attributes, Map<String, String> names) {
    /** Its name, which stands before those of its queues and topics. */
    public String name() {
        return ref("AWS::StackName");
    }

    /** Path of the parameters with the sources' secrets. */
    public String sourcesPath() {
        return "/rapporto/%s/sources".formatted(name());
    }

    /** The text that an expression stands for. */
    public String resolve(Expression expression) {
        return switch (expression) {
            case Expression.Text(var text) -> text;
            case Expression.Ref(var id) -> ref(id);
            case Expression.Attribute(var id, var attribute) -> ref(id + "." + attribute);
            case Expression.Sub(var text) -> Substitution.fill(text, this::ref);
        };
    }

    /** The environment of a function. */
    public Map<String, String> resolve(Map<String, Expression> environment) {
        var resolved = new HashMap<String, String>();
        environment.forEach((name, value) -> resolved.put(name, resolve(value)));
        return resolved;
    }

    /** What {@code !Ref} to a resource, or {@code Id.Attribute}, gives. */
    public String ref(String name) {
        var value = refs.getOrDefault(name, attributes.get(name));
        if (value == null) {
            throw new IllegalArgumentException(
                    "template names %s, which the single machine did not make".formatted(name));
        }
        return value;
    }
}
