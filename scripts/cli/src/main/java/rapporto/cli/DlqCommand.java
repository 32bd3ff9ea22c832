// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapporto.aws.client.Clients;
import software.amazon.awssdk.services.sqs.model.Message;

@Command(
        name = "dlq",
        description = "Dead letters: what could not be understood, and why.",
        subcommands = {DlqCommand.Count.class, DlqCommand.Show.class, DlqCommand.Redrive.class, DlqCommand.Discard.class
        },
        footer = {
            "",
            "Examples:",
            "  scripts/rapporto dlq list",
            "  scripts/rapporto dlq show",
            "  scripts/rapporto dlq redrive --yes"
        })
final class DlqCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Which queue, which letters. */
    static final class Letters {
        @Mixin
        private Target target = new Target();

        @Option(
                names = "--queue",
                defaultValue = "deliveries",
                description = "deliveries or escalations (default ${DEFAULT-VALUE})")
        private String name = "deliveries";

        @Parameters(arity = "0..*", paramLabel = "ID", description = "message ids; all by default")
        private List<String> ids = List.of();

        int with(ToIntFunction<DeadLetters> work) {
            var queues = target.connect().at("queues");
            try (var sqs = Clients.polling().sqs()) {
                return work.applyAsInt(new DeadLetters(
                        sqs, queues.at(name + "-dlq").text(), queues.at(name).text()));
            }
        }

        boolean chosen(Message message) {
            return ids.isEmpty() || ids.contains(message.messageId());
        }
    }

    @Command(name = "list", description = "Counts dead letters by reason.")
    static final class Count implements Callable<Integer> {
        @Mixin
        private Letters letters = new Letters();

        @Override
        public Integer call() {
            return letters.with(queue -> {
                var reasons = new TreeMap<String, Integer>();
                queue.all().stream()
                        .filter(letters::chosen)
                        .forEach(message -> reasons.merge(DeadLetters.reason(message), 1, Integer::sum));
                reasons.forEach((reason, count) -> System.out.printf("%6d  %s%n", count, reason));
                System.out.printf(
                        "%6d  in all%n",
                        reasons.values().stream().mapToInt(Integer::intValue).sum());
                return Exit.OK.code();
            });
        }
    }

    @Command(name = "show", description = "Shows dead letters with their reason, without their words.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private Letters letters = new Letters();

        @Override
        public Integer call() {
            return letters.with(queue -> {
                var shown = queue.all().stream().filter(letters::chosen).toList();
                shown.forEach(message -> System.out.println(DeadLetters.describe(message)));
                return (shown.isEmpty() ? Exit.NOT_FOUND : Exit.OK).code();
            });
        }
    }

    @Command(
            name = "redrive",
            description = "Puts dead letters back on their queue; shows what it would do without --yes.")
    static final class Redrive implements Callable<Integer> {
        @Mixin
        private Letters letters = new Letters();

        @Option(names = "--yes", description = "really does it")
        private boolean yes;

        @Override
        public Integer call() {
            return letters.with(queue -> {
                int count = queue.take(letters::chosen, yes ? queue::redrive : queue::giveBack);
                System.out.printf("%d %s%n", count, yes ? "redriven" : "would be redriven; add --yes");
                return Exit.OK.code();
            });
        }
    }

    @Command(name = "discard", description = "Deletes dead letters for good; shows what it would do without --yes.")
    static final class Discard implements Callable<Integer> {
        @Mixin
        private Letters letters = new Letters();

        @Option(names = "--yes", description = "really does it")
        private boolean yes;

        @Override
        public Integer call() {
            return letters.with(queue -> {
                int count = queue.take(letters::chosen, yes ? queue::discard : queue::giveBack);
                System.out.printf("%d %s%n", count, yes ? "discarded" : "would be discarded; add --yes");
                return Exit.OK.code();
            });
        }
    }
}
