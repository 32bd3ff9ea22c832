// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
                    "settings, see docs/settings.md; without it those that --data holds, else a demo with one source named demo for every channel")
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
            converter = EndpointUrl.class,
            description = "an AWS-compatible endpoint, such as LocalStack, instead of the emulators")
    Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "local",
            description =
                    "whose queues, topics and table are used, or made when they are not there (default ${DEFAULT-VALUE})")
    String stack = "local";

    @Option(names = "--demo", description = "sends a small community's life through the front door")
    boolean demo;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    boolean help;

    /** {@code http} or {@code https}, a host, and no path. */
    static final class EndpointUrl implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                var url = new URI(text);
                boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                if (web && url.getHost() != null && url.getRawPath().matches("/?")) {
                    return url;
                }
            } catch (URISyntaxException e) {
                // Refused like any other text that is no such address.
            }
            throw new TypeConversionException("'%s', wanted http://HOST:PORT".formatted(text));
        }
    }
}
