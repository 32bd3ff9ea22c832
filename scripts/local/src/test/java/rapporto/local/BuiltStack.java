// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import rapporto.aws.client.Clients;
import rapporto.aws.ssm.SsmDoors;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.json.Json;
import rapporto.local.Threats.Threat;
import rapporto.local.runtime.BuiltFunction;
import rapporto.local.runtime.Events;
import rapporto.local.runtime.RuntimeApi;
import rapporto.local.runtime.RuntimeApi.Outcome;
import rapporto.local.runtime.RuntimeApi.Start;
import rapporto.local.template.Template;
import rapporto.local.template.TemplateReader;
import rapporto.local.topic.InboxMessage;
import rapporto.testkit.Sample;

/** The functions as they were built for Lambda, on the emulators, with the resources that the template describes. */
final class BuiltStack implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);
    static final SourceId STANDARD = new SourceId("standard", "demo");

    private final Template template = TemplateReader.read(Sample.repository().resolve("template.yaml"));
    private final List<InboxMessage> alerts = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Emulators emulators;
    private final Resources resources;

    /** @param folder for what is unpacked and printed */
    BuiltStack(Path folder) {
        this.folder = folder;
        var options = new Options();
        options.data = Optional.of(folder);
        var organisation = Organisation.read(options, folder);
        emulators = Emulators.start(Sample.repository(), Optional.empty(), alerts::add);
        resources = Resources.make(template, organisation, emulators.endpoints());
        emulators.inbox(resources.sns(), resources.stack().ref("AlertsTopic"));
    }

    List<Template.Function> functions() {
        return template.functions();
    }

    /** What the alert topic delivered. */
    List<InboxMessage> alerts() {
        return alerts;
    }

    /** A started function with what talks to it. */
    record Running(RuntimeApi api, Started process) implements AutoCloseable {
        String answer(String event) {
            return switch (api.invoke(event, SOON)) {
                case Outcome.Answered(var json) -> json;
                case Outcome.Failed(var type) -> throw new AssertionError(type + ", see " + process.log());
            };
        }

        long status(String event) {
            return Json.read(answer(event)).at("statusCode").number();
        }

        @Override
        public void close() {
            process.close();
            api.close();
        }
    }

    /** A process and where it prints. */
    record Started(Process process, Path file) implements AutoCloseable {
        String log() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Starts a function and waits until it is as {@code wanted}. */
    Running run(String id, Map<String, String> more, Class<? extends Start> wanted) throws IOException {
        var environment = new HashMap<>(environment(id));
        environment.putAll(more);
        var api = RuntimeApi.open();
        var process = start(id, api, environment);
        assertThat(api.started(SOON)).as(process.log()).isInstanceOf(wanted);
        return new Running(api, process);
    }

    Started start(String id, RuntimeApi api, Map<String, String> environment) throws IOException {
        var built = unpack(id);
        var log = built.task().resolveSibling("log");
        return new Started(built.start(api, environment, List.of(), log), log);
    }

    BuiltFunction unpack(String id) throws IOException {
        var task = Files.createTempDirectory(folder, "task");
        return BuiltFunction.unpack(Sample.repository(), function(id).handler(), task);
    }

    /** What the template gives the function. */
    Map<String, String> environment(String id) {
        var environment = endpoints();
        environment.putAll(resources.stack().resolve(function(id).environment()));
        return environment;
    }

    /** Where the emulators are, alone. */
    Map<String, String> endpoints() {
        return new HashMap<>(Resources.environment(emulators.endpoints()));
    }

    /** A delivery to {@link #STANDARD}, signed now with its newest secret. */
    String event(Threat threat, boolean base64) {
        return event(threat, doors().door(STANDARD).orElseThrow().secrets().getFirst(), base64);
    }

    String event(Threat threat, Secret secret, boolean base64) {
        var body = threat.body().getBytes(UTF_8);
        return Events.http("/hooks/" + STANDARD, signed(body, secret), body, base64);
    }

    static Map<String, String> signed(byte[] body, Secret secret) {
        return Channels.of(STANDARD.channel()).orElseThrow().sign(body, secret, Instant.now(), "msg_built");
    }

    /** The doors as the functions find them. */
    SsmDoors doors() {
        return new SsmDoors(Clients.polling().parameters(), resources.stack().sourcesPath());
    }

    List<String> receive(String queue, int count) {
        var bodies = new ArrayList<String>();
        while (bodies.size() < count) {
            var url = resources.stack().ref(queue);
            var batch = resources.sqs().receiveMessage(request -> request.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(20));
            assertThat(batch.messages()).isNotEmpty();
            batch.messages().forEach(message -> bodies.add(message.body()));
        }
        return bodies;
    }

    @Override
    public void close() {
        resources.close();
        emulators.close();
    }

    private Template.Function function(String id) {
        return template.functions().stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
