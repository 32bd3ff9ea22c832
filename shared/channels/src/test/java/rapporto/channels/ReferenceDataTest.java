// SPDX-License-Identifier: Apache-2.0
package rapporto.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Normalised;
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.delivery.Delivery;
import rapporto.delivery.Headers;
import rapporto.delivery.Request;
import rapporto.interaction.SourceId;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.testkit.Sample;

/** Real payloads, published signatures and hostile input of others, where they lie beside the project. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferenceDataTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"slack, slack", "discourse, discourse", "github, github", "standard, standard-webhooks"})
    void given_real_payloads_when_normalised_then_none_is_refused(String channel, String folder) {
        for (var file : files("fixtures/" + folder)) {
            var name = file.getFileName().toString();
            if (name.endsWith(".headers.json")) {
                continue;
            }
            var meaning = Channels.of(channel).orElseThrow().normalise(delivery(headers(channel, file), bytes(file)));
            assertThat(meaning).as(name).isNotInstanceOf(Normalised.Refused.class);
        }
    }

    @Test
    void given_slack_events_without_their_envelope_when_put_into_one_then_none_is_refused() {
        for (var file : files("fixtures/slack")) {
            if (file.getFileName().toString().startsWith("inner-event.")) {
                var body = Json.object()
                        .put("type", "event_callback")
                        .put("team_id", "T1")
                        .put("api_app_id", "A1")
                        .put("event_time", 1_626_342_137);
                body.set("event", Json.read(bytes(file)).node());
                var meaning = Channels.of("slack")
                        .orElseThrow()
                        .normalise(delivery(Map.of(), Json.write(body).getBytes(StandardCharsets.UTF_8)));
                assertThat(meaning).as(file.toString()).isNotInstanceOf(Normalised.Refused.class);
            }
        }
    }

    @Test
    void given_published_signatures_when_verified_at_their_time_then_all_are_genuine_and_altered_ones_forged() {
        for (var file :
                Sample.reference("fixtures/_vectors/vectors.json").stream().toList()) {
            for (var vector : Json.read(bytes(file)).array()) {
                var name = vector.at("channel").text().replace("-webhooks", "");
                boolean published = vector.at("status").text().equals("verified");
                Channels.of(published ? name : "").ifPresent(channel -> {
                    assertThat(verdict(channel, vector, ""))
                            .as(vector.at("id").text())
                            .isInstanceOf(Verdict.Genuine.class);
                    assertThat(verdict(channel, vector, " "))
                            .as(vector.at("id").text())
                            .isInstanceOf(Verdict.Forged.class);
                });
            }
        }
    }

    @Test
    void given_hostile_json_when_normalised_then_nothing_is_thrown() {
        for (var file : files("badinput/JSONTestSuite/test_parsing")) {
            assertNothingIsThrown(bytes(file));
        }
    }

    @Test
    void given_naughty_strings_as_words_when_normalised_then_nothing_is_thrown_and_none_is_refused() {
        for (var folder : files("badinput/big-list-of-naughty-strings")) {
            if (folder.toString().endsWith(".json")) {
                for (var naughty : Json.read(bytes(folder)).array()) {
                    var body = Json.object().put("type", "message.created").put("timestamp", NOW.toString());
                    body.putObject("data").put("id", "n1").put("text", naughty.textOrEmpty());
                    var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
                    assertNothingIsThrown(bytes);
                    assertThat(Channels.of("standard").orElseThrow().normalise(delivery(Map.of(), bytes)))
                            .isInstanceOf(Normalised.Interactions.class);
                }
            }
        }
    }

    private static void assertNothingIsThrown(byte[] body) {
        for (var channel : Channels.ALL) {
            for (var headers : List.of(
                    Map.<String, String>of(),
                    Map.of(
                            "x-github-event",
                            "issues",
                            "x-discourse-event",
                            "post_created",
                            "x-discourse-instance",
                            "https://f.example"))) {
                assertThat(channel.normalise(delivery(headers, body))).isNotNull();
                assertThat(channel.receive(new Request("POST", Map.of(), new Headers(headers), body)))
                        .isNotNull();
            }
        }
    }

    private static Verdict verdict(Channel channel, Field vector, String added) {
        var headers = new HashMap<String, String>();
        vector.at("headers")
                .names()
                .forEach(name -> headers.put(name, vector.at("headers").at(name).text()));
        var body = (vector.at("body").textOrEmpty() + added).getBytes(StandardCharsets.UTF_8);
        var source = new SourceId(channel.id(), "demo");
        var door = new Door(source, List.of(new Secret(vector.at("secret").text())), Door.DEFAULT_MAX_BODY_BYTES);
        var at = headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).endsWith("timestamp"))
                .map(header -> Instant.ofEpochSecond(Long.parseLong(header.getValue())))
                .findFirst()
                .orElse(NOW);
        return channel.verify(new Request("POST", Map.of(), new Headers(headers), body), door, at);
    }

    private static Map<String, String> headers(String channel, Path file) {
        var name = file.getFileName().toString();
        return switch (channel) {
            case "github" -> Map.of("X-GitHub-Event", name.substring(0, name.indexOf('.')));
            case "discourse" -> {
                var beside = file.resolveSibling(name.replace(".json", ".headers.json"));
                var headers = new HashMap<String, String>();
                if (Files.exists(beside)) {
                    var given = Json.read(bytes(beside));
                    given.names()
                            .forEach(header ->
                                    headers.put(header, given.at(header).text()));
                }
                yield headers;
            }
            default -> Map.of();
        };
    }

    private static Delivery delivery(Map<String, String> headers, byte[] body) {
        return new Delivery("dl_1", new SourceId("any", "demo"), new Headers(headers), body, NOW);
    }

    private static List<Path> files(String folder) {
        return Sample.reference(folder).stream()
                .flatMap(ReferenceDataTest::list)
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
