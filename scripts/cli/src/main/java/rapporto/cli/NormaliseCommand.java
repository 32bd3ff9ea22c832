// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rapporto.channel.Normalised;
import rapporto.channel.NormalisedJson;
import rapporto.delivery.Delivery;
import rapporto.delivery.Headers;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

@Command(
        name = "normalise",
        description = "Says what deliveries mean: one JSON line a file, with interactions, ignored or refusal.",
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto normalise slack message.json",
            "  scripts/rapporto normalise github *.json --headers headers.json",
            "  scripts/rapporto normalise discourse post.json --headers h.json --strict"
        })
final class NormaliseCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CHANNEL")
    private String channel = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "raw bodies")
    private List<Path> files = List.of();

    @Option(names = "--headers", paramLabel = "FILE", description = "JSON object of the request's headers")
    private Optional<Path> headers = Optional.empty();

    @Option(names = "--strict", description = "exit 6 when a file is refused")
    private boolean strict;

    @Override
    public Integer call() {
        var known = Given.channel(channel);
        var given = new Headers(headers.map(Given::headers).orElse(Map.of()));
        var source = new SourceId(channel, "demo");
        boolean refused = false;
        for (var file : files) {
            var meaning = known.normalise(new Delivery("dl_file", source, given, Given.bytes(file), Instant.now()));
            refused |= meaning instanceof Normalised.Refused;
            var line = Json.object().put("file", file.toString());
            line.setAll(NormalisedJson.of(meaning));
            System.out.println(Json.write(line));
        }
        return (strict && refused ? Exit.PARTIAL : Exit.OK).code();
    }
}
