// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** A small organisation to start with: one source named {@code demo} for every channel there is. */
public final class DemoSettings {
    private static final String RESOURCE = "demo.yaml";
    private static final String SOURCE = "  - {id: %s/demo, community: customers, language: it, team: support}\n";

    private DemoSettings() {}

    /** The document for these channels. */
    public static String yaml(Set<String> channels) {
        var sources = new StringBuilder();
        new TreeSet<>(channels).forEach(channel -> sources.append(SOURCE.formatted(channel)));
        try (var resource = DemoSettings.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            var template = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return template.replace("  # sources\n", sources.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
