// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import rapporto.local.http.FrontDoor;
import rapporto.local.lambda.Invoker;
import rapporto.local.lambda.QueuePoller;
import rapporto.local.lambda.Schedules;
import rapporto.local.template.Template;
import rapporto.local.template.TemplateReader;
import rapporto.local.topic.InboxMessage;

/** The whole system in one process, apart from DynamoDB Local. Closing it stops all that it started. */
final class Machine implements AutoCloseable {
    /** Logical id of the topic that people look at. */
    private static final String ALERTS = "AlertsTopic";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Options options;
    private final Path home;
    private final PrintStream screen;
    private final PrintStream log;

    /**
     * @param home folder of {@code template.yaml}
     * @param screen for people
     * @param log for what the functions print
     */
    Machine(Options options, Path home, PrintStream screen, PrintStream log) {
        this.options = options;
        this.home = home;
        this.screen = screen;
        this.log = log;
    }

    /**
     * Starts everything; once it returns, the machine is ready.
     *
     * @return the port of the front door
     */
    int start() {
        var template = TemplateReader.read(home.resolve("template.yaml"));
        var organisation = Organisation.read(options, home);
        var door = keep(open());
        door.show("/local/health", Views.STARTING);
        Consumer<InboxMessage> show = show();
        var emulators =
                keep(options.endpoint.map(Emulators::at).orElseGet(() -> Emulators.start(home, options.data, show)));
        run(template, organisation, emulators, door, show);
        return door.port();
    }

    private void run(
            Template template, Organisation given, Emulators emulators, FrontDoor door, Consumer<InboxMessage> show) {
        var resources = keep(Resources.make(template, options.stack, emulators.endpoints()));
        var organisation = resources.settle(given, options, home);
        organisation.notes().forEach(screen::println);
        emulators.keepSecrets(resources.stack().sourcesPath(), organisation.secretsFile());
        var sqs = resources.sqs();
        var stack = resources.stack();
        var topic = stack.ref(ALERTS);
        var inbox = keep(emulators
                .inbox(resources.sns(), topic)
                .orElseGet(() -> new QueueInbox(sqs, resources.sns(), stack.name(), topic, show)));
        var schedules = keep(new Schedules(log));
        for (var function : template.functions()) {
            var invoker = Invoker.of(
                    function.id(), function.handler(), function.timeout(), stack.resolve(function.environment()));
            function.mappings()
                    .forEach(mapping -> keep(QueuePoller.start(
                            sqs,
                            stack.ref(mapping.queue()),
                            stack.ref(mapping.queue() + ".Arn"),
                            invoker,
                            mapping,
                            log)));
            function.schedules().forEach(rate -> schedules.add(invoker, rate));
            function.routes().forEach(_ -> door.serve(invoker));
        }
        door.show("/local/alerts", Views.alerts(inbox));
        door.show("/local/queues", Views.queues(sqs, template, stack, emulators, InstantSource.system()));
        door.show("/local/health", Views.health(emulators.endpoints(), template, stack, organisation));
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                // Whatever does not stop in order must not keep the rest from it.
                log.println("stopping: " + e.getClass().getName());
            }
        }
    }

    private FrontDoor open() {
        try {
            return FrontDoor.open(options.port, log);
        } catch (IOException e) {
            throw new StartRefused("port %d is taken: choose another with --port".formatted(options.port));
        }
    }

    private Consumer<InboxMessage> show() {
        var renderer = new AlertScreen(ZoneId.systemDefault());
        return message -> screen.println(renderer.render(message.subject(), message.message()));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        running.push(resource);
        return resource;
    }
}
