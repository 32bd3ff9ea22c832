// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rapporto.json.Json;

@Command(
        name = "sign",
        description = "Prints the headers with which a channel would sign a body, as a JSON object.",
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto sign slack body.json --secret-file secret.txt",
            "  scripts/rapporto sign standard body.json --secret-file secret.txt --id msg_1",
            "  scripts/rapporto sign slack body.json --secret-file s.txt --at 2026-01-05T09:00:00Z"
        })
final class SignCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CHANNEL")
    private String channel = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "raw body")
    private Path body = Path.of("");

    @Option(names = "--secret-file", required = true, paramLabel = "FILE", description = "its first line is the secret")
    private Path secret = Path.of("");

    @Option(names = "--id", defaultValue = "msg_sample", description = "the channel's own delivery id")
    private String id = "";

    @Option(names = "--at", paramLabel = "INSTANT", description = "when it is signed; now by default")
    private Optional<Instant> at = Optional.empty();

    @Override
    public Integer call() {
        var headers =
                Given.channel(channel).sign(Given.bytes(body), Given.secret(secret), at.orElseGet(Instant::now), id);
        var json = Json.object();
        new TreeMap<>(headers).forEach(json::put);
        System.out.println(Json.write(json));
        return Exit.OK.code();
    }
}
