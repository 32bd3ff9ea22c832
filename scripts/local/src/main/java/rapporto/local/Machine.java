// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.ssm.DoorDocument;
import rapporto.local.http.FrontDoor;
import rapporto.local.lambda.Invoker;
import rapporto.local.lambda.QueuePoller;
import rapporto.local.lambda.Schedules;
import rapporto.local.stack.StackMaker;
import rapporto.local.template.Template;
import rapporto.local.template.TemplateReader;
import rapporto.local.topic.InboxMessage;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The whole system in one process, apart from DynamoDB Local. Closing it stops all that it started. */
final class Machine implements AutoCloseable {
    private static final String STACK_NAME = "local";
    private static final String REGION = "us-east-1";

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
        pointTo(emulators.endpoints());
        run(template, organisation, emulators, door, show);
        return door.port();
    }

    private void run(
            Template template,
            Organisation organisation,
            Emulators emulators,
            FrontDoor door,
            Consumer<InboxMessage> show) {
        var clients = Clients.polling();
        var sqs = keep(clients.sqs());
        var sns = keep(clients.sns());
        var dynamo = keep(clients.dynamoDb());
        var stack = new StackMaker(sqs, sns, dynamo, STACK_NAME, REGION).make(template);
        var topic = stack.ref(template.topics().getFirst().id());
        var inbox = keep(emulators.inbox(sns, topic).orElseGet(() -> new QueueInbox(sqs, sns, topic, show)));
        var table = stack.ref(template.tables().getFirst().id());
        new DynamoSettings(dynamo, table).put(organisation.document(), Instant.now());
        putDoors(clients, organisation);
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

    private void putDoors(Clients clients, Organisation organisation) {
        try (var ssm = clients.ssm()) {
            for (var one : organisation.doors()) {
                ssm.putParameter(
                        request -> request.name(DoorDocument.name("/rapporto/" + STACK_NAME + "/sources", one.source()))
                                .type(ParameterType.SECURE_STRING)
                                .overwrite(true)
                                .value(DoorDocument.write(one)));
            }
        }
    }

    /** The SDK's own way to other endpoints; the names are those that its clients read. */
    private static void pointTo(Map<String, URI> endpoints) {
        System.setProperty("aws.endpointUrlDynamoDb", endpoint(endpoints, "dynamodb"));
        System.setProperty("aws.endpointUrlSqs", endpoint(endpoints, "sqs"));
        System.setProperty("aws.endpointUrlSns", endpoint(endpoints, "sns"));
        System.setProperty("aws.endpointUrlSsm", endpoint(endpoints, "ssm"));
        System.setProperty("aws.region", REGION);
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
    }

    private static String endpoint(Map<String, URI> endpoints, String service) {
        return String.valueOf(endpoints.get(service));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        running.push(resource);
        return resource;
    }
}
