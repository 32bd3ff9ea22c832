// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

/** Something in a template that the single machine cannot make. */
public record TemplateFault(int line, String path, String message) {
    /** One line for people. */
    @Override
    public String toString() {
        return "template.yaml line %d: %s %s".formatted(line, path, message);
    }
}
