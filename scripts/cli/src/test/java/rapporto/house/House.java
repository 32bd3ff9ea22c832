// SPDX-License-Identifier: Apache-2.0
package rapporto.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The modules of the house: where a class lives, and which module may see which. */
final class House {
    static final String CORE = "shared/core";
    static final String FUNCTIONS = "functions/";

    /** Tests run in their module's folder, {@code scripts/cli}. */
    private static final Path ROOT = Path.of("../..");

    private static final Set<String> FOR_FUNCTIONS = Set.of(CORE, "shared/channels", "shared/reading", "shared/aws");

    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry(CORE, Set.of()),
            Map.entry("shared/channels", Set.of(CORE)),
            Map.entry("shared/reading", Set.of(CORE)),
            Map.entry("shared/aws", Set.of(CORE)),
            Map.entry("shared/testkit", Set.of(CORE)),
            Map.entry("functions/webhook", FOR_FUNCTIONS),
            Map.entry("functions/classify", FOR_FUNCTIONS),
            Map.entry("functions/escalate", FOR_FUNCTIONS),
            Map.entry("functions/clock", FOR_FUNCTIONS),
            Map.entry("scripts/training", Set.of(CORE, "shared/reading")),
            Map.entry("scripts/cli", FOR_FUNCTIONS),
            Map.entry(
                    "scripts/local",
                    Set.of(
                            CORE,
                            "shared/channels",
                            "shared/reading",
                            "shared/aws",
                            "functions/webhook",
                            "functions/classify",
                            "functions/escalate",
                            "functions/clock")));

    private static final Pattern BUILT = Pattern.compile(".*/((?:shared|functions|scripts)/[a-z]+)/target/.*");

    private House() {}

    /** Whether classes of {@code module} may use classes of {@code seen}. */
    static boolean maySee(String module, String seen) {
        return module.equals(seen) || MAY_SEE.getOrDefault(module, Set.of()).contains(seen);
    }

    /** The module that {@code type} was built in, as its folder: {@code shared/core}. */
    static String moduleOf(JavaClass type) {
        var place = type.getSource().orElseThrow().getUri().toString();
        var built = BUILT.matcher(place);
        if (!built.matches()) {
            throw new IllegalArgumentException("%s lies in %s, wanted a module's target".formatted(type, place));
        }
        return built.group(1);
    }

    /** Every class of the product, without tests. */
    static JavaClasses product() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("rapporto");
    }

    /** The modules that have Java sources of their own. */
    static Set<String> modulesWithSources() throws IOException {
        var found = new TreeSet<String>();
        for (String module : MAY_SEE.keySet()) {
            if (Files.exists(ROOT.resolve(module).resolve("src/main/java"))) {
                found.add(module);
            }
        }
        return found;
    }
}
