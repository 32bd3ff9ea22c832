// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.aws.lambda.EmfTally;
import rapporto.aws.lambda.HttpEdge;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.delivery.Envelope;
import rapporto.intake.CachedDoors;
import rapporto.intake.Intake;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.memory.InMemoryOutbox;
import rapporto.outage.StoreUnavailable;
import rapporto.outbox.Outbox;
import rapporto.testkit.Sample;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Events as an HTTP API and a Function URL make them, for every sample of every channel. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpEdgeTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final InstantSource CLOCK = () -> NOW;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final InMemoryOutbox queue = new InMemoryOutbox();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void given_each_sample_as_text_or_base64_when_received_then_it_is_genuine_and_its_bytes_are_enqueued(boolean base64)
            throws IOException {
        for (var channel : Channels.ALL) {
            for (var sample : Sample.of(channel.id())) {
                int before = queue.messages().size();
                var answer = receive(event(channel, sample.headers(), sample.body(), base64));

                assertThat(answer.at("statusCode").number())
                        .as(sample.situation())
                        .isEqualTo(200);
                boolean handshake = queue.messages().size() == before;
                assertThat(handshake).isEqualTo(sample.expected().has("handshake"));
                if (!handshake) {
                    var body = Envelope.read(queue.messages().getLast().body()).body();
                    assertThat(body).isEqualTo(sample.body());
                }
            }
        }
    }

    @Test
    void given_headers_in_capitals_when_received_then_they_count() throws IOException {
        var sample = Sample.of("github").getFirst();
        var event = event(channel("github"), sample.headers(), sample.body(), false);
        var loud = Json.object();
        event.get("headers")
                .properties()
                .forEach(header -> loud.set(header.getKey().toUpperCase(Locale.ROOT), header.getValue()));
        event.set("headers", loud);

        assertThat(receive(event).at("statusCode").number()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hooks",
                "/hooks/",
                "/hooks/github",
                "/hooks/github/demo/more",
                "/hooks//",
                "/hooks/%zz/demo"
            })
    void given_another_path_when_received_then_it_is_not_found(String path) throws IOException {
        var sample = Sample.of("github").getFirst();
        var event =
                event(channel("github"), sample.headers(), sample.body(), false).put("rawPath", path);

        assertThat(receive(event).at("statusCode").number()).isEqualTo(404);
    }

    @Test
    void given_a_query_that_is_no_proper_escape_when_received_then_the_delivery_counts_all_the_same()
            throws IOException {
        var sample = Sample.of("github").getFirst();
        var event =
                event(channel("github"), sample.headers(), sample.body(), false).put("rawQueryString", "%zz=%&=&a");

        assertThat(receive(event).at("statusCode").number()).isEqualTo(200);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR");
    }

    @Test
    void given_an_event_of_something_else_when_received_then_the_answer_says_nothing_and_the_log_the_kind()
            throws IOException {
        var answer = receive(Json.object().put("rawPath", "/hooks/github/demo").put("private", "words"));

        assertThat(answer.at("statusCode").number()).isEqualTo(500);
        assertThat(answer.at("body").textOrEmpty()).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("request failed", "MalformedField")
                .doesNotContain("words");
    }

    @Test
    void given_a_queue_that_refuses_when_received_then_the_sender_is_asked_to_come_again_and_the_log_says_why()
            throws IOException {
        var refused = AwsServiceException.builder()
                .statusCode(403)
                .message("this quotes private words")
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("AccessDenied").build())
                .build();
        Outbox closed = _ -> {
            throw new StoreUnavailable("sqs", "send", "github/demo", refused);
        };
        var sample = Sample.of("github").getFirst();

        var answer = receive(event(channel("github"), sample.headers(), sample.body(), true), closed);

        assertThat(answer.at("statusCode").number()).isEqualTo(503);
        assertThat(answer.at("headers").at("retry-after").text()).isEqualTo("5");
        assertThat(answer.at("body").textOrEmpty()).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"level\"")))
                .singleElement()
                .asString()
                .contains("WARN", "sqs: send github/demo failed", "AccessDenied", "403")
                .doesNotContain("words");
    }

    private Field receive(ObjectNode event) throws IOException {
        return receive(event, queue);
    }

    private Field receive(ObjectNode event, Outbox queue) throws IOException {
        var out = new PrintStream(log, true, StandardCharsets.UTF_8);
        var tally = new EmfTally("Rapporto/test", out, CLOCK);
        var doors = new CachedDoors(
                source -> Optional.of(
                        new Door(source, List.of(secret(channel(source.channel()))), Door.DEFAULT_MAX_BODY_BYTES)),
                CLOCK);
        var intake = new Intake(Channels::of, doors, queue, tally, CLOCK, () -> "dl_1");
        var answer = new ByteArrayOutputStream();
        var bytes = Json.write(event).getBytes(StandardCharsets.UTF_8);
        new HttpEdge(tally, out).receive(new ByteArrayInputStream(bytes), answer, intake);
        return Json.read(answer.toByteArray());
    }

    /** In the shape of payload format 2.0 (API Gateway guide, read 2026-11-24). */
    private static ObjectNode event(Channel channel, Map<String, String> given, byte[] body, boolean base64) {
        var event = Json.object()
                .put("version", "2.0")
                .put("rawPath", "/hooks/%s/demo".formatted(channel.id()))
                .put("rawQueryString", "")
                .put("isBase64Encoded", base64)
                .put(
                        "body",
                        base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        event.putObject("requestContext").putObject("http").put("method", "POST");
        var headers = event.putObject("headers");
        given.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        channel.sign(body, secret(channel), NOW, "msg_edge").forEach(headers::put);
        return event;
    }

    private static Secret secret(Channel channel) {
        return channel.issue("thirty-two bytes of the edge test".getBytes(StandardCharsets.UTF_8));
    }

    private static Channel channel(String id) {
        return Channels.of(id).orElseThrow();
    }
}
