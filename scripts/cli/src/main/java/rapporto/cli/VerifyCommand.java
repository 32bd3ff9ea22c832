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
import rapporto.channel.Door;
import rapporto.channel.Verdict;
import rapporto.delivery.Headers;
import rapporto.delivery.Request;
import rapporto.interaction.SourceId;

@Command(
        name = "verify",
        description = "Says whether a body is genuine, and if not why.",
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto verify slack body.json --headers headers.json --secret-file secret.txt",
            "  scripts/rapporto verify github body.json --headers headers.json --secret-file secret.txt",
            "  scripts/rapporto verify slack b.json --headers h.json --secret-file s.txt --at 2026-01-05T09:00:00Z"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CHANNEL")
    private String channel = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "raw body")
    private Path body = Path.of("");

    @Option(names = "--headers", required = true, paramLabel = "FILE", description = "JSON object of the headers")
    private Path headers = Path.of("");

    @Option(names = "--secret-file", required = true, paramLabel = "FILE", description = "its first line is the secret")
    private Path secret = Path.of("");

    @Option(names = "--at", paramLabel = "INSTANT", description = "when it arrived; now by default")
    private Optional<Instant> at = Optional.empty();

    @Override
    public Integer call() {
        var request = new Request("POST", Map.of(), new Headers(Given.headers(headers)), Given.bytes(body));
        var door = new Door(new SourceId(channel, "demo"), List.of(Given.secret(secret)), Door.DEFAULT_MAX_BODY_BYTES);
        return switch (Given.channel(channel).verify(request, door, at.orElseGet(Instant::now))) {
            case Verdict.Genuine() -> {
                System.out.println("genuine");
                yield Exit.OK.code();
            }
            case Verdict.Forged(var refusal) -> {
                System.out.println(refusal.message());
                yield Exit.REFUSED.code();
            }
        };
    }
}
