// SPDX-License-Identifier: Apache-2.0
package rapporto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.delivery.Envelope;
import rapporto.delivery.Headers;
import rapporto.delivery.Request;
import rapporto.interaction.SourceId;
import rapporto.memory.InMemoryOutbox;
import rapporto.memory.InMemoryTally;
import rapporto.outage.StoreUnavailable;
import rapporto.outbox.Outbox;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IntakeTest {
    private static final SourceId DEMO = new SourceId("knock", "demo");

    private final KnockChannel knock = new KnockChannel();
    private final InMemoryOutbox queue = new InMemoryOutbox();
    private final InMemoryTally tally = new InMemoryTally();
    private final List<String> secrets = new ArrayList<>(List.of("open sesame"));
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private int asked;

    @Test
    void given_a_genuine_delivery_when_received_then_it_is_on_the_queue_before_the_answer() {
        var reply = receive("demo", knock("open sesame", "hello"));

        assertThat(reply.status()).isEqualTo(200);
        var delivery = Envelope.read(queue.messages().getFirst().body());
        assertThat(delivery.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(delivery.headers().values()).containsOnlyKeys("x-kind");
        assertThat(queue.messages().getFirst().group()).isEqualTo("knock/demo");
        assertThat(tally.of("DeliveriesAccepted", Map.of("channel", "knock"))).isEqualTo(1);
    }

    @Test
    void given_a_handshake_when_received_then_it_is_answered_and_not_enqueued() {
        var reply = receive("demo", knock("open sesame", "who"));

        assertThat(reply).isEqualTo(new Reply(200, Map.of("content-type", "text/plain"), "it is me"));
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void given_a_forged_delivery_when_received_then_it_is_refused_without_a_reason() {
        var reply = receive("demo", knock("guess", "hello"));

        assertThat(reply).isEqualTo(new Reply(401, Map.of(), ""));
        assertThat(queue.messages()).isEmpty();
        assertThat(tally.of("DeliveriesRefused", Map.of("channel", "knock", "reason", "bad signature")))
                .isEqualTo(1);
    }

    @Test
    void given_an_unknown_channel_or_source_when_received_then_it_is_not_found() {
        assertThat(receive("other", knock("open sesame", "hello")).status()).isEqualTo(404);
        assertThat(receive("../demo", knock("open sesame", "hello")).status()).isEqualTo(404);
        assertThat(intake(queue).receive("nothing", "demo", knock("a", "b")).status())
                .isEqualTo(404);
    }

    @Test
    void given_another_method_when_received_then_the_allowed_ones_are_named() {
        var get = new Request("GET", Map.of(), new Headers(Map.of()), new byte[0]);

        assertThat(receive("demo", get)).isEqualTo(new Reply(405, Map.of("allow", "POST"), ""));
    }

    @Test
    void given_a_body_over_the_sources_limit_when_received_then_it_is_too_large() {
        assertThat(receive("demo", knock("open sesame", "x".repeat(Door.DEFAULT_MAX_BODY_BYTES + 1)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void given_a_body_that_does_not_pack_into_a_message_when_received_then_it_is_too_large_and_counted() {
        var noise = new byte[1_000_000];
        new Random(7).nextBytes(noise);
        var headers = new Headers(Map.of("x-password", "open sesame"));

        assertThat(receive("demo", new Request("POST", Map.of(), headers, noise))
                        .status())
                .isEqualTo(413);
        assertThat(tally.of("DeliveriesRefused", Map.of("channel", "knock", "reason", "too large for the queue")))
                .isEqualTo(1);
    }

    @Test
    void given_a_queue_that_is_down_when_received_then_it_is_counted_and_nobody_is_told_that_it_was_accepted() {
        Outbox down = _ -> {
            throw new StoreUnavailable("sqs", "send", "knock/demo", new IllegalStateException("down"));
        };

        assertThatThrownBy(() -> intake(down).receive("knock", "demo", knock("open sesame", "hello")))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(tally.of("DeliveriesRefused", Map.of("channel", "knock", "reason", "unavailable")))
                .isEqualTo(1);
    }

    @Test
    void given_a_rotated_secret_when_the_new_one_signs_then_it_is_let_in_before_the_cache_ends() {
        var intake = intake(queue);
        assertThat(intake.receive("knock", "demo", knock("open sesame", "one")).status())
                .isEqualTo(200);
        secrets.addFirst("new words");
        now = now.plusSeconds(6);

        assertThat(intake.receive("knock", "demo", knock("new words", "two")).status())
                .isEqualTo(200);
        assertThat(intake.receive("knock", "demo", knock("open sesame", "three"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void given_a_forger_who_tries_again_and_again_then_the_store_of_secrets_is_asked_once_in_five_seconds() {
        var intake = intake(queue);
        for (int i = 0; i < 100; i++) {
            assertThat(intake.receive("knock", "demo", knock("guess", "hello")).status())
                    .isEqualTo(401);
        }

        assertThat(asked).isEqualTo(1);
        now = now.plus(Duration.ofSeconds(5));
        intake.receive("knock", "demo", knock("guess", "hello"));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void given_an_unknown_source_when_asked_for_again_within_a_minute_then_the_store_is_not() {
        var doors = doors();
        doors.door(new SourceId("knock", "other"));
        doors.door(new SourceId("knock", "other"));
        assertThat(asked).isEqualTo(1);

        doors.forget();
        doors.door(new SourceId("knock", "other"));
        assertThat(asked).isEqualTo(2);
        now = now.plusSeconds(60);
        doors.door(new SourceId("knock", "other"));
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void given_ten_thousand_invented_sources_when_asked_for_then_the_cache_stays_bounded() {
        var doors = doors();
        for (int i = 0; i <= 10_000; i++) {
            doors.door(new SourceId("knock", "s" + i));
        }
        doors.door(new SourceId("knock", "s0"));

        assertThat(asked).isEqualTo(10_002);
    }

    private Reply receive(String source, Request request) {
        return intake(queue).receive("knock", source, request);
    }

    private Intake intake(Outbox outbox) {
        return new Intake(
                id -> id.equals("knock") ? Optional.of(knock) : Optional.empty(),
                doors(),
                outbox,
                tally,
                () -> now,
                () -> "dl_1");
    }

    private CachedDoors doors() {
        return new CachedDoors(
                source -> {
                    asked++;
                    return source.equals(DEMO)
                            ? Optional.of(new Door(
                                    DEMO, secrets.stream().map(Secret::new).toList(), Door.DEFAULT_MAX_BODY_BYTES))
                            : Optional.empty();
                },
                () -> now);
    }

    private static Request knock(String password, String body) {
        var headers = new Headers(Map.of("X-Password", password, "X-Kind", "knock"));
        return new Request("POST", Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
