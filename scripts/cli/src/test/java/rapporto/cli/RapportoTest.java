// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channels.Channels;
import rapporto.json.Json;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RapportoTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00.123456Z");

    private final PrintStream screen = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(screen);
    }

    @Test
    void given_no_verb_when_run_then_every_verb_is_shown() {
        assertThat(run()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("send", "normalise", "timeline", "sign", "verify", "dlq", "doctor", "version", "Exit codes:");
    }

    @Test
    void given_the_readme_when_read_then_every_verb_stands_in_it() throws IOException {
        var readme = Files.readString(rapporto.testkit.Sample.repository().resolve("README.md"));

        assertThat(Rapporto.commandLine().getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(verb -> assertThat(readme).containsPattern("`" + verb + "\\b"));
    }

    @Test
    void given_an_unknown_verb_or_channel_when_run_then_the_code_says_what_was_wrong() throws IOException {
        assertThat(run("sned")).isEqualTo(Exit.USAGE.code());
        assertThat(run("normalise", "fax", file("body", "{}"))).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(run("normalise", "slack", folder.resolve("missing").toString()))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(run("timeline", "nobody")).isEqualTo(Exit.USAGE.code());
        assertThat(run("doctor", "--url", "http://127.0.0.1:1")).isEqualTo(Exit.CHECK_FAILED.code());
        assertThat(run("timeline", "slack:T:U", "--url", "http://127.0.0.1:1")).isEqualTo(Exit.UPSTREAM.code());
    }

    @Test
    void given_three_files_when_normalised_then_each_has_one_line_with_what_it_means() throws IOException {
        var headers = file("headers", "{\"X-GitHub-Event\":\"star\"}");
        var star = """
                {"action":"created","starred_at":"2026-01-05T08:00:00Z","repository":{"id":1},"sender":{"id":2,"login":"ana"}}""";

        int code = run(
                "normalise",
                "github",
                file("a", star),
                file("b", "{\"action\":\"other\"}"),
                file("c", "oops"),
                "--headers",
                headers,
                "--strict");

        assertThat(code).isEqualTo(Exit.PARTIAL.code());
        var lines =
                printed.toString(StandardCharsets.UTF_8).lines().map(Json::read).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).at("interactions").array().getFirst().at("kind").text())
                .isEqualTo("starred");
        assertThat(lines.get(1).at("refusal").at("field").text()).isEqualTo("repository.id");
        assertThat(lines.get(2).at("refusal").at("field").text()).isEqualTo("body");
    }

    @Test
    void given_a_body_signed_for_any_channel_when_verified_then_it_is_genuine_and_another_secret_or_time_is_not()
            throws IOException {
        var body = file("body", "{\"hello\":1}");
        for (var channel : Channels.ALL) {
            var secret = file("secret", channel.issue(new byte[32]).value() + "\n");
            var other = file(
                    "other",
                    channel.issue("another secret of 32 bytes......".getBytes(StandardCharsets.UTF_8))
                            .value());
            printed.reset();
            assertThat(run("sign", channel.id(), body, "--secret-file", secret, "--at", NOW.toString()))
                    .isZero();
            var headers = file("headers", printed.toString(StandardCharsets.UTF_8));

            assertThat(run(
                            "verify",
                            channel.id(),
                            body,
                            "--headers",
                            headers,
                            "--secret-file",
                            secret,
                            "--at",
                            NOW.toString()))
                    .isZero();
            assertThat(run(
                            "verify",
                            channel.id(),
                            body,
                            "--headers",
                            headers,
                            "--secret-file",
                            other,
                            "--at",
                            NOW.toString()))
                    .isEqualTo(Exit.REFUSED.code());
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("genuine").contains("does not sign this body");
    }

    @Test
    void given_a_sample_when_freshened_and_set_then_its_body_has_the_new_values() throws IOException {
        Files.createDirectories(folder.resolve("events/slack"));
        Files.writeString(folder.resolve("events/slack/hello.json"), """
                {"headers":{"X-A":"1"},"fresh":{"body.event.ts":"now-slack","body.id":"id","headers.X-A":"number"},
                 "body":{"id":"old","event":{"ts":"1.0","text":"old","list":[{"a":1}]}}}""");
        var sample = Sample.read(folder, "slack", "hello");

        sample.freshen(Fresh.drawnFrom(new Random(7), NOW));
        sample.set("event.text=how are you?");
        sample.set("event.list[0].a=2");
        var body = Json.read(sample.body());

        assertThat(body.at("event").at("ts").text()).isEqualTo("1767603600.123456");
        assertThat(body.at("id").text()).matches("[0-9a-f]{16}");
        assertThat(body.at("event").at("text").text()).isEqualTo("how are you?");
        assertThat(body.at("event").at("list").array().getFirst().at("a").number())
                .isEqualTo(2);
        assertThat(sample.headers().get("X-A")).matches("\\d{9}");
        assertThat(Sample.names(folder, "slack")).containsExactly("hello");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static int run(String... arguments) {
        return Rapporto.commandLine().execute(arguments);
    }
}
