// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the machine is to be started. */
final class Options {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port of the front door, on loopback (default ${DEFAULT-VALUE}; 0 takes a free one)")
    int port = 8080;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "settings, see docs/settings.md; without it a demo with one source named demo for every channel")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = "lines channel/source=secret, mode 600; without it the demo draws its own")
    Optional<Path> secrets = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "keeps queues, history and alerts here, across restarts and kill -9; without it all is gone at the end")
    Optional<Path> data = Optional.empty();

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "an AWS-compatible endpoint, such as LocalStack, instead of the emulators")
    Optional<URI> endpoint = Optional.empty();

    @Option(names = "--demo", description = "sends a small community's life through the front door")
    boolean demo;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    boolean help;
}
