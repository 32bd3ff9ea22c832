// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** The organisation as one YAML document, {@code docs/settings.md}: read whole, every fault told at once. */
public final class SettingsDocument {
    /** Longest document. */
    public static final int MAX_CHARACTERS = 1024 * 1024;

    private static final int MAX_NESTING = 20;

    /** Lists and mappings that may be repeated by alias: each repeat is read again, so they bound the work. */
    private static final int MAX_ALIASES = 50;

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
            var root = new Yaml(limits()).compose(new StringReader(yaml));
            if (root == null) {
                return faulty(1, "document is empty, wanted keys schema, communities, teams, sources, policy");
            }
            return read(root, channels);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return faulty(line, "is not YAML: " + Fault.shown(e.getProblem()));
        } catch (ReaderException e) {
            return faulty(line(yaml, e), "holds character U+%04X, wanted printable ones".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            return faulty(
                    1,
                    "is over a limit, wanted %d levels and %d repeated collections at most"
                            .formatted(MAX_NESTING, MAX_ALIASES));
        }
    }

    /**
     * The settings in {@code yaml}, for callers that cannot go on without.
     *
     * @throws SettingsIncomplete with every fault
     */
    static Settings require(String yaml, Set<String> channels) {
        return switch (read(yaml, channels)) {
            case Valid(var settings) -> settings;
            case Faulty(var faults) -> throw new SettingsIncomplete(faults);
        };
    }

    private static Outcome read(Node root, Set<String> channels) {
        var faults = new Faults();
        var settings = new SettingsReader(channels).read(new YamlField("", root, faults));
        return faults.isEmpty() ? new Valid(settings) : new Faulty(faults.inOrder());
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_NESTING);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        return options;
    }

    private static int line(String yaml, ReaderException e) {
        // The position counts code points, and the reader takes the text in pieces: the character itself is surer.
        int at = yaml.indexOf(e.getCodePoint());
        return 1
                + (int) yaml.chars()
                        .limit(Math.max(at, 0))
                        .filter(character -> character == '\n')
                        .count();
    }

    private static Outcome faulty(int line, String message) {
        return new Faulty(List.of(new Fault(line, "", message)));
    }
}
