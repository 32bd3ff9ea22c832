// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Prints the version of Rapporto and of Java.")
final class VersionCommand implements Callable<Integer> {
    /** Written by the build. */
    private static final String VERSION_FILE = "version.txt";

    @Override
    public Integer call() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream(VERSION_FILE), VERSION_FILE)) {
            var version = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            System.out.printf("rapporto %s, Java %s%n", version, Runtime.version());
        }
        return Exit.OK.code();
    }
}
