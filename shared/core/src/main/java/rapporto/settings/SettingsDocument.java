// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The organisation as one YAML document, {@code docs/settings.md}: read whole, every fault told at once. */
public final class SettingsDocument {
    /** Longest document. */
    public static final int MAX_CHARACTERS = 1024 * 1024;

    private static final int MAX_NESTING = 20;

    private SettingsDocument() {}

    /** What reading a document comes to. */
    public sealed interface Outcome {}

    /** It can be used. */
    public record Valid(Settings settings) implements Outcome {}

    /** It cannot, for these reasons, in the order of their lines; at least one. */
    public record Faulty(List<Fault> faults) implements Outcome {}

    /** @param channels that a source may be of */
    public static Outcome read(String yaml, Set<String> channels) {
        if (yaml.length() > MAX_CHARACTERS) {
            return faulty(1, "document has %d characters, wanted %d at most".formatted(yaml.length(), MAX_CHARACTERS));
        }
        try {
            var options = new LoaderOptions();
            options.setNestingDepthLimit(MAX_NESTING);
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                return faulty(1, "document is empty, wanted keys schema, communities, teams, sources, policy");
            }
            return read(root, channels);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return faulty(line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            return faulty(1, "is not YAML, wanted one document nested %d levels at most".formatted(MAX_NESTING));
        }
    }

    private static Outcome read(Node root, Set<String> channels) {
        var faults = new ArrayList<Fault>();
        var settings = new SettingsReader(channels).read(new YamlField("", root, faults));
        faults.sort(Comparator.comparingInt(Fault::line));
        if (faults.isEmpty()) {
            return new Valid(settings);
        }
        return new Faulty(List.copyOf(faults));
    }

    private static Outcome faulty(int line, String message) {
        return new Faulty(List.of(new Fault(line, "", message)));
    }
}
