// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rapporto.aws.client.Clients;
import rapporto.aws.ssm.SsmDoors;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.cli.Exit.Stop;
import rapporto.interaction.SourceId;

@Command(
        name = "send",
        description = "Posts a signed sample of events/ with fresh ids.",
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto send --list",
            "  scripts/rapporto send discourse alert-legal-threat",
            "  scripts/rapporto send slack message-question --set event.text='How do I leave?'"
        })
final class SendCommand implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Parameters(index = "0", arity = "0..1", paramLabel = "CHANNEL")
    private Optional<String> channel = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "EVENT",
            description = "the first that makes an alert by default")
    private Optional<String> event = Optional.empty();

    @Option(names = "--list", description = "lists channels and their events")
    private boolean list;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "changes the body: event.text=hello")
    private List<String> set = List.of();

    @Option(names = "--source", defaultValue = "demo", description = "the source's name (default ${DEFAULT-VALUE})")
    private String source = "demo";

    @Option(names = "--secrets", paramLabel = "FILE", description = "the machine's own by default")
    private Optional<Path> secrets = Optional.empty();

    private final Path home = Path.of(System.getProperty("rapporto.home", "."));

    @Override
    public Integer call() {
        if (list) {
            Channels.ids().stream().sorted().forEach(id -> Sample.names(home, id)
                    .forEach(name -> System.out.println(id + " " + name)));
            return Exit.OK.code();
        }
        var id = channel.orElseThrow(() -> new Stop(Exit.USAGE, "channel is missing, see --list"));
        var known = Given.channel(id);
        var fresh = Fresh.drawnFrom(new SecureRandom(), Instant.now());
        var sample = Sample.read(
                home, id, event.orElseGet(() -> Sample.names(home, id).getFirst()));
        sample.freshen(fresh);
        set.forEach(sample::set);
        var secret = secrets.map(file -> Given.secret(file, id + "/" + source))
                .orElseGet(() -> newest(Given.source(id + "/" + source)));
        var answer =
                SignedSample.of(known, sample, fresh, secret).post(target.at("/hooks/%s/%s".formatted(id, source)));
        System.out.printf("%d %s%n", answer.statusCode(), answer.body());
        return (answer.statusCode() < 300 ? Exit.OK : answer.statusCode() == 401 ? Exit.REFUSED : Exit.UPSTREAM).code();
    }

    private Secret newest(SourceId wanted) {
        var path = target.connect().at("sourcesPath").text();
        return new SsmDoors(Clients.behindAQueue().parameters(), path)
                .door(wanted)
                .orElseThrow(() -> new Stop(Exit.NOT_FOUND, "%s has no secret".formatted(wanted)))
                .secrets()
                .getFirst();
    }
}
