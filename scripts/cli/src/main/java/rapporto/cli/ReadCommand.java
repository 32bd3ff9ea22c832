// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rapporto.cli.Exit.Stop;
import rapporto.correction.Judgement;
import rapporto.correction.Role;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Words;
import rapporto.reading.Item;
import rapporto.reading.trained.PackagedReader;
import rapporto.reading.trained.TrainedReader;

@Command(
        name = "read",
        description = {
            "Reads a text and explains every label; with --team as that team corrected the reader.",
            "Corrects what was read, lists and rolls back what was learnt from it, and offers doubtful items."
        },
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto read --lang it \"Non funziona niente, rimborsatemi entro domani\"",
            "  scripts/rapporto read --correct slack:T0CASA:1767603600.1 --team support --label sentiment=negative --by ana",
            "  scripts/rapporto read --offer --team support"
        })
final class ReadCommand implements Callable<Integer> {
    private final Supplier<TrainedReader> reader;

    @Mixin
    private Deployment deployment = new Deployment();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", description = "- for stdin")
    private Optional<String> text = Optional.empty();

    @Option(names = "--lang", paramLabel = "CODE", description = "what its author usually speaks, ISO 639-1")
    private Optional<String> language = Optional.empty();

    @Option(names = "--team", paramLabel = "TEAM", description = "whose corrections count")
    private Optional<String> team = Optional.empty();

    @Option(names = "--correct", paramLabel = "KEY", description = "the content key of an item that was read wrongly")
    private Optional<String> correct = Optional.empty();

    @Option(
            names = "--label",
            paramLabel = "HEAD=VALUE",
            description = "what is right: language, sentiment, intents, urgency or toxicity; may be repeated")
    private List<String> labels = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "who says so")
    private Optional<String> by = Optional.empty();

    @Option(names = "--role", defaultValue = "MEMBER", description = "member, lead or owner; the more senior wins")
    private Role role = Role.MEMBER;

    @Option(names = "--layers", description = "lists the versions of what was learnt")
    private boolean layers;

    @Option(names = "--rollback", paramLabel = "VERSION", description = "lets an older version read; 0 for none")
    private Optional<Long> rollback = Optional.empty();

    @Option(names = "--offer", description = "offers up to 5 doubtful items a day; looks through all that is stored")
    private boolean offer;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "TEXT",
            description = "text or json")
    private Form form = Form.TEXT;

    ReadCommand() {
        this(PackagedReader::load);
    }

    ReadCommand(Supplier<TrainedReader> reader) {
        this.reader = reader;
    }

    @Override
    public Integer call() {
        long asked = Stream.of(text.isPresent(), correct.isPresent(), layers, rollback.isPresent(), offer)
                .filter(one -> one)
                .count();
        if (asked != 1) {
            throw new Stop(Exit.USAGE, "wanted one of TEXT, --correct, --layers, --rollback and --offer");
        }
        return text.map(this::read).orElseGet(this::ofTeam);
    }

    private int read(String given) {
        var words = Words.of("", given.equals("-") ? Given.text(Path.of("-")) : given);
        var item = new Item(words, Optional.empty(), team, language, Optional.empty());
        if (team.isEmpty()) {
            return explain(reader.get(), item);
        }
        return deployment.with(stores -> {
            TeamCorrections.settings(stores, required(team, "--team"));
            return explain(TeamCorrections.taught(reader.get(), stores), item);
        });
    }

    private int explain(TrainedReader with, Item item) {
        new Explanation(with.explain(item)).print(form);
        return Exit.OK.code();
    }

    private int ofTeam() {
        var own = required(team, "--team");
        var key = correct.map(ReadCommand::key);
        var judgements = labels.stream().map(ReadCommand::judgement).toList();
        if (key.isPresent() && judgements.isEmpty()) {
            throw new Stop(Exit.USAGE, "--correct goes with --label HEAD=VALUE");
        }
        var who = key.map(_ -> required(by, "--by"));
        return deployment.with(stores -> {
            var corrections = new TeamCorrections(stores, own, reader, form);
            if (key.isPresent()) {
                return corrections.correct(key.get(), judgements, who.orElseThrow(), role);
            }
            return rollback.map(corrections::rollBack)
                    .orElseGet(() -> layers ? corrections.list() : corrections.offer());
        });
    }

    private static String required(Optional<String> given, String name) {
        return given.filter(text -> !text.isBlank())
                .orElseThrow(() -> new Stop(Exit.USAGE, "%s is missing".formatted(name)));
    }

    private static ContentKey key(String text) {
        try {
            return ContentKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, "item is %s, wanted channel:account:id".formatted(text));
        }
    }

    private static Judgement judgement(String text) {
        try {
            return Judgement.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
