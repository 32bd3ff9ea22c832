// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.json.Json;
import rapporto.local.runtime.BuiltFunction;
import rapporto.local.runtime.Events;
import rapporto.local.runtime.RuntimeApi;
import rapporto.local.runtime.RuntimeApi.Outcome;
import rapporto.local.template.Template;

/** Starts every built function again and again, in the order in which a delivery passes them. */
final class ColdStartRun {
    private static final SourceId SOURCE = new SourceId("standard", "demo");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final int runs;
    private final Path home;
    private final Template template;
    private final Organisation organisation;
    private final Emulators emulators;
    private final Resources resources;
    private final Path folder;

    /**
     * @param runs starts of each kind
     * @param home folder of {@code template.yaml}
     * @param folder for what is unpacked and logged
     */
    ColdStartRun(
            int runs,
            Path home,
            Template template,
            Organisation organisation,
            Emulators emulators,
            Resources resources,
            Path folder) {
        this.runs = runs;
        this.home = home;
        this.template = template;
        this.organisation = organisation;
        this.emulators = emulators;
        this.resources = resources;
        this.folder = folder;
    }

    /** What was measured, function by function. */
    List<ObjectNode> all() throws IOException {
        int calls = 2 * runs + 2;
        var measured = new ArrayList<ObjectNode>();
        measured.add(measure(
                "WebhookFunction",
                IntStream.range(0, calls).mapToObj(this::delivery).toList()));
        measured.add(measure("ClassifyFunction", batches("DeliveriesQueue", calls)));
        measured.add(measure("EscalateFunction", batches("EscalationsQueue", calls)));
        measured.add(measure(
                "ClockFunction",
                IntStream.range(0, calls).mapToObj(_ -> Events.SCHEDULED).toList()));
        return measured;
    }

    private ObjectNode measure(String id, List<String> events) throws IOException {
        var next = new ArrayDeque<>(events);
        var function = template.functions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        var built = BuiltFunction.unpack(home, function.handler(), Files.createTempDirectory(folder, "task"));
        var environment = new HashMap<>(Resources.environment(emulators.endpoints()));
        environment.putAll(resources.stack().resolve(function.environment()));
        var classes = folder.resolve(built.name() + ".classes");
        var cache = folder.resolve(built.name() + ".aot");
        start(built, environment, List.of("-Xlog:class+load:file=" + classes), next);
        start(built, environment, List.of("-XX:AOTCacheOutput=" + cache), next);
        var cold = new ArrayList<Long>();
        var cached = new ArrayList<Long>();
        // By turns, so that whatever else this machine does meets both.
        for (int i = 0; i < runs; i++) {
            cold.add(start(built, environment, List.of(), next));
            cached.add(start(built, environment, List.of("-XX:AOTCache=" + cache), next));
        }
        var result = Json.object()
                .put("function", built.name())
                .put("zipBytes", BuiltFunction.zipBytes(home, built.name()))
                .put("classes", loaded(classes));
        result.set("coldMillis", summary(cold));
        result.set("aotMillis", summary(cached));
        return result;
    }

    /** Milliseconds from the start of the process to its first answer. */
    private long start(BuiltFunction built, Map<String, String> environment, List<String> flags, Deque<String> events)
            throws IOException {
        try (var api = RuntimeApi.open()) {
            long began = System.nanoTime();
            var process = built.start(api, environment, flags, folder.resolve(built.name() + ".log"));
            var outcome = api.invoke(events.remove(), SOON);
            var took = Duration.ofNanos(System.nanoTime() - began);
            process.destroy(); // in order: an AOT cache is written at the end
            process.onExit().join();
            verify(built, outcome);
            return took.toMillis();
        }
    }

    private void verify(BuiltFunction built, Outcome outcome) {
        boolean wanted = outcome instanceof Outcome.Answered(var json)
                && !json.contains("itemIdentifier")
                && (!built.name().equals("webhook") || json.contains("\"statusCode\":200"));
        if (!wanted) {
            throw new IllegalStateException("%s answered %s, see %s".formatted(built.name(), outcome, folder));
        }
    }

    private String delivery(int number) {
        var body = """
                {"type":"message.created","timestamp":"%s","data":{"id":"cold-%d","actor":{"id":"p-%d"},
                 "text":"Se non rimborsate entro domani mi rivolgo a un avvocato."}}""".formatted(Instant.now(), number, number).getBytes(StandardCharsets.UTF_8);
        var secret = SecretsFile.read(organisation.secretsFile())
                .getOrDefault(SOURCE, List.of())
                .getFirst();
        var headers = Channels.of(SOURCE.channel()).orElseThrow().sign(body, secret, Instant.now(), "msg_" + number);
        return Events.http("/hooks/" + SOURCE, headers, body, false);
    }

    private List<String> batches(String queue, int count) {
        var url = resources.stack().ref(queue);
        var bodies = new ArrayList<String>();
        while (bodies.size() < count) {
            var batch = resources.sqs().receiveMessage(request -> request.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(5));
            if (batch.messages().isEmpty()) {
                throw new IllegalStateException("%s has %d messages, wanted %d".formatted(queue, bodies.size(), count));
            }
            batch.messages().forEach(message -> bodies.add(Events.queue(List.of(message.body()))));
        }
        return bodies;
    }

    private static long loaded(Path classes) throws IOException {
        try (var lines = Files.lines(classes)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private static ObjectNode summary(List<Long> millis) {
        var sorted = millis.stream().sorted().toList();
        var summary = Json.object().put("p50", sorted.get(sorted.size() / 2)).put("most", sorted.getLast());
        var all = summary.putArray("all");
        millis.forEach(all::add);
        return summary;
    }
}
