// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Words;
import rapporto.json.Json;
import rapporto.local.emulator.Clients;
import rapporto.testkit.Sample;

/** Whoever holds the secret may still send anything: correctly signed rubbish, through the machine as a user starts it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
    private static final int ACCEPTED = 200;
    private static final int TOO_LARGE = 413;
    private static final int MIB = 1024 * 1024;
    private static final int SENDERS = 8;
    private static final Duration DRAINED = Duration.ofMinutes(3);
    private static final String AT = "2026-01-05T09:00:00Z";

    /** Nothing shorter can be told from what the machine prints by itself. */
    private static final int TELLING_CHARACTERS = 16;

    private final Random random = new Random(20261124);

    private StartedMachine machine;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        machine = StartedMachine.start(data);
    }

    @AfterAll
    void stop() {
        machine.close();
    }

    @Test
    void given_broken_and_odd_json_of_others_when_sent_to_each_channel_then_it_is_taken_and_buried_with_a_reason()
            throws Exception {
        long buriedBefore = buried();
        var bodies = new ArrayList<byte[]>();
        int broken = 0;
        for (var folder : List.of("test_parsing", "test_transform")) {
            for (var file : files("badinput/JSONTestSuite/" + folder)) {
                bodies.add(Files.readAllBytes(file));
                broken += file.getFileName().toString().startsWith("n_") ? 1 : 0;
            }
        }

        assertThat(postToEachChannel(bodies)).allMatch(status -> status == ACCEPTED);

        assertNothingLeaked(bodies.stream().map(body -> new String(body, UTF_8)).toList());
        assertThat(buried() - buriedBefore).isGreaterThanOrEqualTo((long) broken * Threats.CHANNELS.size());
    }

    @Test
    void given_deep_wide_long_and_ambiguous_json_when_sent_to_each_channel_then_it_is_taken_and_buried_with_a_reason()
            throws Exception {
        long buriedBefore = buried();
        var bodies = Stream.of(
                        "",
                        "\u0000",
                        "no json at all, these words are private",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000),
                        "{\"data\":%s}".formatted("9".repeat(1_000)),
                        "{\"timestamp\":1e999999999,\"event\":{\"ts\":-1e-999999999}}",
                        "{\"type\":\"message.created\",\"type\":\"private words twice\"}",
                        "{\"post\":\"%s\"}".formatted("a private word ".repeat(60_000)))
                .map(text -> text.getBytes(UTF_8))
                .toList();

        assertThat(postToEachChannel(bodies)).allMatch(status -> status == ACCEPTED);

        assertNothingLeaked(bodies.stream().map(body -> new String(body, UTF_8)).toList());
        assertThat(buried() - buriedBefore).isGreaterThanOrEqualTo(bodies.size());
    }

    @Test
    void given_bodies_at_and_over_the_limits_when_sent_then_what_fits_is_taken_and_the_rest_refused() throws Exception {
        for (var channel : Threats.CHANNELS) {
            assertThat(machine.post(channel, Map.of(), spaces(MIB))).isEqualTo(ACCEPTED);
            assertThat(machine.post(channel, Map.of(), spaces(MIB + 1))).isEqualTo(TOO_LARGE);
            // It is under the limit, but does not get small enough for a message of the queue.
            assertThat(machine.post(channel, Map.of(), noise(MIB))).isEqualTo(TOO_LARGE);
        }
        assertNothingLeaked(List.of());
    }

    @Test
    void given_a_compression_bomb_when_sent_then_it_is_never_unpacked() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[64 * MIB]);
        }
        for (var channel : Threats.CHANNELS) {
            assertThat(machine.post(channel, Map.of("content-encoding", "gzip"), bomb.toByteArray()))
                    .isEqualTo(ACCEPTED);
        }
        assertNothingLeaked(List.of());
    }

    @Test
    void given_naughty_strings_as_names_titles_and_words_when_sent_then_each_is_kept_as_it_came() throws Exception {
        var strings = naughtyStrings();
        var bodies = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < strings.size(); i++) {
            var body = naughty(i, strings.get(i));
            bodies.add(() -> machine.post("standard", Map.of(), body));
        }

        assertThat(inParallel(bodies)).allMatch(status -> status == ACCEPTED);
        assertNothingLeaked(strings);

        var health = machine.get("/local/health");
        var endpoint = URI.create(health.at("endpoints").at("dynamodb").text());
        try (var dynamo = Clients.dynamo(endpoint)) {
            var history = new DynamoHistory(dynamo, health.at("table").text());
            for (int i = 0; i < strings.size(); i++) {
                var sent = Words.of(strings.get(i), strings.get(i));
                var memory = history.find(new ContentKey("standard", "demo", "naughty-" + i));
                assertThat(memory.orElseThrow()
                                .content()
                                .orElseThrow()
                                .interaction()
                                .words())
                        .as("string %d", i)
                        .isEqualTo(sent);
            }
        }
    }

    private static byte[] naughty(int number, String string) {
        var body = Json.object().put("type", "message.created").put("timestamp", AT);
        var event = body.putObject("data")
                .put("id", "naughty-" + number)
                .put("threadId", "naughty")
                .put("title", string)
                .put("text", string);
        event.putObject("actor").put("id", "naughty").put("name", string).put("handle", string);
        return Json.write(body).getBytes(UTF_8);
    }

    private static List<String> naughtyStrings() throws IOException {
        var strings = new ArrayList<>(List.of("\u0000", "\u202eright to left", "\ud83d\ude00", "'; drop table", "<b>"));
        for (var file : files("badinput/big-list-of-naughty-strings")) {
            if (file.endsWith("blns.json")) {
                Json.read(Files.readAllBytes(file)).array().forEach(string -> strings.add(string.textOrEmpty()));
            }
        }
        return strings;
    }

    private List<Integer> postToEachChannel(List<byte[]> bodies) throws Exception {
        var posts = new ArrayList<Callable<Integer>>();
        for (var channel : Threats.CHANNELS) {
            var headers = Threats.of(channel, "hostile").headers();
            bodies.forEach(body -> posts.add(() -> machine.post(channel, headers, body)));
        }
        return inParallel(posts);
    }

    private static List<Integer> inParallel(List<Callable<Integer>> posts) throws Exception {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var statuses = new ArrayList<Integer>();
            for (var status : senders.invokeAll(posts)) {
                statuses.add(status.get());
            }
            return statuses;
        }
    }

    /** Everything ends somewhere, the machine still serves, and no log line holds what was sent. */
    private void assertNothingLeaked(List<String> sent) throws IOException {
        machine.untilQuiet(DRAINED);
        assertThat(machine.get("/local/health").at("status").text()).isEqualTo("ready");
        var log = machine.log();
        assertThat(log)
                .contains("DeliveriesAccepted")
                .doesNotContain("private")
                .doesNotContain("\tat ")
                .doesNotContain("\"level\":\"ERROR\"");
        for (var text : sent) {
            var start = text.strip().lines().findFirst().orElse("");
            if (start.length() >= TELLING_CHARACTERS) {
                assertThat(log.contains(start.substring(0, TELLING_CHARACTERS)))
                        .as("the log holds a body that starts with %s", start.substring(0, TELLING_CHARACTERS))
                        .isFalse();
            }
        }
    }

    private long buried() {
        return machine.get("/local/queues").at("queues").array().stream()
                .mapToLong(queue -> queue.at("deadLetters").number())
                .sum();
    }

    private static byte[] spaces(int bytes) {
        return " ".repeat(bytes).getBytes(UTF_8);
    }

    private byte[] noise(int bytes) {
        var noise = new byte[bytes / 4 * 3];
        random.nextBytes(noise);
        return Base64.getEncoder().encode(noise);
    }

    private static List<Path> files(String folder) throws IOException {
        var found = Sample.reference(folder);
        if (found.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(found.get())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
