// SPDX-License-Identifier: Apache-2.0
package rapporto.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.aws.client.Clients;
import rapporto.aws.lambda.HttpEdge;
import rapporto.aws.lambda.Snapshot;
import rapporto.aws.ssm.DoorDocument;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.intake.Intake;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

/** The function around a snapshot, with its clock, Parameter Store and SQS in the test's hands. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapStartTest {
    private static final SourceId MAIN = new SourceId("slack", "main");
    private static final Secret OLD = new Secret("the old signing secret");
    private static final Secret NEW = new Secret("the new signing secret");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RAPPORTO_SOURCES_PATH",
            "/sources",
            "RAPPORTO_DELIVERIES_QUEUE",
            "https://queue.invalid/deliveries",
            "RAPPORTO_METRICS",
            "Rapporto/test");

    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private Secret active = OLD;

    private final Function function = new Function();

    @Test
    void given_a_snapshot_when_it_is_taken_then_the_rehearsal_asks_nobody_and_counts_nothing() {
        function.checkpoint();

        assertThat(asked).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("\"event\":\"snapshot\"");
    }

    @Test
    void given_a_process_that_knows_a_secret_when_its_snapshot_is_taken_then_the_secret_is_forgotten() {
        assertThat(function.deliver(OLD)).isEqualTo(200);
        assertThat(function.deliver(OLD)).isEqualTo(200);
        assertThat(asked).containsOnlyOnce("AmazonSSM.GetParameter");

        function.checkpoint();
        function.restore();

        assertThat(function.deliver(OLD)).isEqualTo(200);
        assertThat(asked).filteredOn("AmazonSSM.GetParameter"::equals).hasSize(2);
    }

    @Test
    void given_a_secret_rotated_since_the_snapshot_when_restored_weeks_later_then_only_the_new_one_opens() {
        function.deliver(OLD);
        function.checkpoint();
        active = NEW;
        now = now.plus(Duration.ofDays(14));
        function.restore();

        assertThat(function.deliver(NEW)).isEqualTo(200);
        assertThat(function.deliver(OLD)).isEqualTo(401);
    }

    @Test
    void given_a_clock_that_stands_before_the_snapshots_when_restored_then_the_first_request_is_served() {
        function.deliver(OLD);
        function.checkpoint();
        active = NEW;
        now = now.minus(Duration.ofMinutes(10));
        function.restore();

        assertThat(function.deliver(NEW)).isEqualTo(200);
    }

    /** Wired as the handler wires it, but for what is the test's. */
    private final class Function {
        private final HttpEdge edge;
        private final Intake intake;
        private final Snapshot snapshot;

        Function() {
            System.setProperty("aws.region", "us-east-1");
            var wiring = new Wiring(
                    ENVIRONMENT,
                    Clients.answeredBy(SnapStartTest.this::answer),
                    () -> now,
                    () -> "dl_1",
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
            this.edge = wiring.edge();
            this.intake = wiring.intake();
            this.snapshot = wiring.snapshot();
        }

        void checkpoint() {
            snapshot.beforeCheckpoint(Core.getGlobalContext());
        }

        void restore() {
            snapshot.afterRestore(Core.getGlobalContext());
        }

        long deliver(Secret secret) {
            var body = "{\"type\":\"event_callback\"}";
            var event = Json.object().put("rawPath", "/hooks/" + MAIN).put("body", body);
            event.putObject("requestContext").putObject("http").put("method", "POST");
            var headers = event.putObject("headers");
            Channels.of(MAIN.channel())
                    .orElseThrow()
                    .sign(body.getBytes(StandardCharsets.UTF_8), secret, now, "1")
                    .forEach(headers::put);
            var answer = new ByteArrayOutputStream();
            try {
                edge.receive(
                        new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), answer, intake);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return Json.read(answer.toByteArray()).at("statusCode").number();
        }
    }

    private String answer(String target, String request) {
        asked.add(target);
        if (target.equals("AmazonSSM.GetParameter")) {
            assertThat(Json.read(request).at("Name").text()).isEqualTo("/sources/" + MAIN);
            var answer = Json.object();
            answer.putObject("Parameter")
                    .put("Value", DoorDocument.write(new Door(MAIN, List.of(active), Door.DEFAULT_MAX_BODY_BYTES)));
            return Json.write(answer);
        }
        return Json.write(Json.object()
                .put("MessageId", "1")
                .put(
                        "MD5OfMessageBody",
                        md5(Json.read(request).at("MessageBody").text())));
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
