// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
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

/** The zips as Lambda gets them, run by the client that Lambda runs them with, on the emulators. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltFunctionsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SourceId STANDARD = new SourceId("standard", "demo");

    private final Template template = TemplateReader.read(Sample.repository().resolve("template.yaml"));
    private final List<InboxMessage> alerts = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private Emulators emulators;
    private Organisation organisation;
    private Resources resources;

    @BeforeAll
    void start() {
        var options = new Options();
        options.data = Optional.of(folder);
        organisation = Organisation.read(options, folder);
        emulators = Emulators.start(Sample.repository(), Optional.empty(), alerts::add);
        resources = Resources.make(template, organisation, emulators.endpoints());
        emulators.inbox(resources.sns(), ref("AlertsTopic"));
    }

    @AfterAll
    void stop() {
        resources.close();
        emulators.close();
    }

    @Test
    void given_a_signed_delivery_when_it_passes_through_all_built_functions_then_the_alert_arrives() throws Exception {
        try (var webhook = run("WebhookFunction", Map.of())) {
            assertThat(status(webhook, event(Threats.of("standard", "built"), false)))
                    .isEqualTo(200);
            assertThat(status(webhook, event(Threats.of("standard", "base64"), true)))
                    .isEqualTo(200);
            var forged = event(Threats.of("standard", "forged"), false).replace("v1,", "v1,A");
            assertThat(status(webhook, forged)).isEqualTo(401);
        }
        try (var classify = run("ClassifyFunction", Map.of())) {
            var deliveries = receive("DeliveriesQueue", 2);
            deliveries.add("this is no envelope");
            assertThat(classify.answer(Events.queue(deliveries))).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(receive("DeliveriesDeadLetters", 1)).containsExactly("this is no envelope");
        try (var escalate = run("EscalateFunction", Map.of())) {
            var referrals = receive("EscalationsQueue", 2);
            referrals.add("this is no referral");
            assertThat(escalate.answer(Events.queue(referrals)))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
        }
        assertThat(alerts).hasSize(2).allSatisfy(alert -> assertThat(alert.message())
                .contains("avvocato"));
        try (var clock = run("ClockFunction", Map.of())) {
            var scheduled =
                    "{\"id\":\"1\",\"source\":\"aws.scheduler\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}";
            assertThat(clock.api().invoke(scheduled, SOON)).isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void given_an_environment_without_what_it_needs_when_started_then_the_start_fails_by_name() throws Exception {
        for (var function : template.functions()) {
            try (var api = RuntimeApi.open();
                    var process = start(function, api, Map.of(), List.of())) {
                assertThat(api.started(SOON)).isInstanceOf(Start.Failed.class);
                assertThat(process.log()).contains("is missing, wanted what template.yaml sets");
            }
        }
    }

    @Test
    void given_an_event_of_another_kind_when_called_then_it_fails_and_the_next_one_is_served() throws Exception {
        try (var classify = run("ClassifyFunction", Map.of())) {
            assertThat(classify.api().invoke("{\"private\":\"words\"}", SOON)).isInstanceOf(Outcome.Failed.class);
            assertThat(classify.answer(Events.queue(List.of()))).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(classify.process().log()).doesNotContain("words");
        }
    }

    /** A started function with what talks to it. */
    private record Running(RuntimeApi api, Started process) implements AutoCloseable {
        String answer(String event) {
            return switch (api.invoke(event, SOON)) {
                case Outcome.Answered(var json) -> json;
                case Outcome.Failed(var type) -> throw new AssertionError(type + ", see " + process.log());
            };
        }

        @Override
        public void close() {
            process.close();
            api.close();
        }
    }

    /** A process and where it prints. */
    private record Started(Process process, Path file) implements AutoCloseable {
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

    private Running run(String id, Map<String, String> more) throws IOException {
        var function = function(id);
        var environment = new HashMap<>(resources.stack().resolve(function.environment()));
        environment.putAll(more);
        var api = RuntimeApi.open();
        var process = start(function, api, environment, List.of());
        assertThat(api.started(SOON)).as(process.log()).isInstanceOf(Start.Ready.class);
        return new Running(api, process);
    }

    private Started start(
            Template.Function function, RuntimeApi api, Map<String, String> environment, List<String> flags)
            throws IOException {
        var task = Files.createTempDirectory(folder, "task");
        var built = BuiltFunction.unpack(Sample.repository(), function.handler(), task);
        var all = new HashMap<>(Resources.environment(emulators.endpoints()));
        all.putAll(environment);
        var log = task.resolve("log");
        return new Started(built.start(api, all, flags, log), log);
    }

    private Template.Function function(String id) {
        return template.functions().stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long status(Running webhook, String event) {
        return Json.read(webhook.answer(event)).at("statusCode").number();
    }

    /** Signed now. */
    private String event(Threat threat, boolean base64) {
        var channel = Channels.of(threat.channel()).orElseThrow();
        var secret = SecretsFile.read(organisation.secretsFile())
                .getOrDefault(STANDARD, List.of())
                .getFirst();
        var body = threat.body().getBytes(UTF_8);
        var headers = channel.sign(body, secret, Instant.now(), "msg_built");
        return Events.http("/hooks/" + STANDARD, headers, body, base64);
    }

    private List<String> receive(String queue, int count) {
        var bodies = new CopyOnWriteArrayList<String>();
        while (bodies.size() < count) {
            var url = ref(queue);
            var batch = resources.sqs().receiveMessage(request -> request.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(20));
            assertThat(batch.messages()).isNotEmpty();
            batch.messages().forEach(message -> bodies.add(message.body()));
        }
        return bodies;
    }

    private String ref(String id) {
        return resources.stack().ref(id);
    }
}
