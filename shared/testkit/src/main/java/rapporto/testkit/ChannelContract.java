// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.NormalisedJson;
import rapporto.channel.Receipt;
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.delivery.Delivery;
import rapporto.delivery.Headers;
import rapporto.delivery.Request;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

/** What every {@link Channel} does with its samples in {@code events/}, and with whoever forges them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ChannelContract {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String DELIVERY = "msg_contract";

    /** The channel, as the list of all has it. */
    protected abstract Channel channel();

    /** The header, in lower case, whose value is the signature. */
    protected abstract String signatureHeader();

    /** Whether the channel signs a time, and so has a window. */
    protected abstract boolean signsTime();

    @TestFactory
    List<DynamicTest> every_sample_means_what_stands_beside_it() {
        return each(sample -> {
            var receipt = channel().receive(signed(sample, secret(1), NOW));
            if (receipt instanceof Receipt.Handshake(var answer)) {
                var expected = Json.object();
                expected.putObject("handshake")
                        .put("status", answer.status())
                        .put("contentType", answer.contentType())
                        .put("body", answer.body());
                assertThat(expected).isEqualTo(sample.expected());
            } else {
                // Written and read once, so that numbers compare by value.
                var meaning = Json.read(Json.write(NormalisedJson.of(channel().normalise(delivery(sample)))));
                assertThat(meaning.node()).isEqualTo(sample.expected());
            }
        });
    }

    @TestFactory
    List<DynamicTest> every_sample_is_genuine_with_either_active_secret_and_forged_with_another() {
        return each(sample -> {
            assertGenuine(signed(sample, secret(1), NOW));
            assertGenuine(signed(sample, secret(2), NOW));
            assertForged(signed(sample, secret(3), NOW));
        });
    }

    @TestFactory
    List<DynamicTest> a_repeat_is_as_genuine_and_means_the_same() {
        return each(sample -> {
            assertGenuine(signed(sample, secret(1), NOW));
            assertGenuine(signed(sample, secret(1), NOW));
            assertThat(NormalisedJson.of(channel().normalise(delivery(sample))))
                    .isEqualTo(NormalisedJson.of(channel().normalise(delivery(sample))));
        });
    }

    @TestFactory
    List<DynamicTest> a_missing_empty_or_wrong_signature_is_forged() {
        return each(sample -> {
            var genuine = signed(sample, secret(1), NOW);
            assertForged(with(genuine, signatureHeader(), null));
            assertForged(with(genuine, signatureHeader(), ""));
            assertForged(with(genuine, signatureHeader(), " "));
            assertForged(with(genuine, signatureHeader(), "sha256="));
            assertForged(with(genuine, signatureHeader(), broken(signature(genuine))));
            assertForged(with(genuine, signatureHeader(), "é" + signature(genuine)));
        });
    }

    @TestFactory
    List<DynamicTest> every_proper_prefix_of_a_signature_is_forged() {
        return each(sample -> {
            var genuine = signed(sample, secret(1), NOW);
            var whole = signature(genuine).replaceAll("=+$", "");
            for (int end = 0; end < whole.length(); end++) {
                assertForged(with(genuine, signatureHeader(), whole.substring(0, end)));
            }
        });
    }

    @TestFactory
    List<DynamicTest> a_flipped_byte_is_forged() {
        return each(sample -> {
            var genuine = signed(sample, secret(1), NOW);
            var flipped = genuine.body().clone();
            flipped[flipped.length / 2] ^= 1;
            assertForged(new Request(genuine.method(), genuine.query(), genuine.headers(), flipped));
        });
    }

    @TestFactory
    List<DynamicTest> header_names_count_in_any_case() {
        return each(sample -> {
            var loud = new HashMap<String, String>();
            headers(sample, secret(1), NOW).forEach((name, value) -> loud.put(name.toUpperCase(Locale.ROOT), value));
            assertGenuine(new Request("POST", Map.of(), new Headers(loud), sample.body()));
        });
    }

    @TestFactory
    List<DynamicTest> a_signed_time_counts_for_five_minutes_and_no_time_for_ever() {
        return each(sample -> {
            for (var away : List.of(WINDOW.plusSeconds(1), WINDOW.plusSeconds(1).negated())) {
                assertThat(verdict(signed(sample, secret(1), NOW.plus(away))) instanceof Verdict.Genuine)
                        .isEqualTo(!signsTime());
            }
            assertGenuine(signed(sample, secret(1), NOW.plus(WINDOW.minusSeconds(1))));
            assertGenuine(signed(sample, secret(1), NOW.minus(WINDOW.minusSeconds(1))));
        });
    }

    @Test
    void given_a_sample_that_is_cut_anywhere_when_normalised_then_nothing_is_thrown() {
        for (var sample : Sample.of(channel().id())) {
            for (int end = 0; end < sample.body().length; end += 7) {
                var cut = Arrays.copyOf(sample.body(), end);
                var genuine = new Request("POST", Map.of(), new Headers(sample.headers()), cut);
                assertThat(channel().receive(genuine)).isNotNull();
                assertThat(channel().normalise(delivery(sample.headers(), cut))).isNotNull();
            }
        }
    }

    @Test
    void given_the_secret_that_the_channel_issues_when_checked_then_it_can_be_used() {
        assertThat(channel().canUse(secret(1))).isTrue();
    }

    /** A delivery of the test's source. */
    protected static Delivery delivery(Map<String, String> headers, byte[] body) {
        return new Delivery("dl_1", new SourceId("any", "demo"), new Headers(headers), body, NOW);
    }

    private static Delivery delivery(Sample sample) {
        return delivery(sample.headers(), sample.body());
    }

    private interface Check {
        void on(Sample sample);
    }

    private List<DynamicTest> each(Check check) {
        var tests = new ArrayList<DynamicTest>();
        for (var sample : Sample.of(channel().id())) {
            tests.add(DynamicTest.dynamicTest(sample.situation(), () -> check.on(sample)));
        }
        return tests;
    }

    private Secret secret(int number) {
        return channel().issue(("secret number " + number + " of the contract").getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> headers(Sample sample, Secret secret, Instant at) {
        var headers = new HashMap<>(sample.headers());
        headers.putAll(channel().sign(sample.body(), secret, at, DELIVERY));
        return headers;
    }

    private Request signed(Sample sample, Secret secret, Instant at) {
        return new Request("POST", Map.of(), new Headers(headers(sample, secret, at)), sample.body());
    }

    private String signature(Request request) {
        return request.headers().get(signatureHeader()).orElseThrow();
    }

    /** One character in the middle of the signature itself is none of its alphabet. */
    private static String broken(String signature) {
        int middle = signature.length() / 2;
        return signature.substring(0, middle) + "!" + signature.substring(middle + 1);
    }

    private static Request with(Request request, String header, @Nullable String value) {
        var headers = new HashMap<>(request.headers().values());
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }
        return new Request(request.method(), request.query(), new Headers(headers), request.body());
    }

    private Verdict verdict(Request request) {
        var door = new Door(new SourceId("any", "demo"), List.of(secret(2), secret(1)), Door.DEFAULT_MAX_BODY_BYTES);
        return channel().verify(request, door, NOW);
    }

    private void assertGenuine(Request request) {
        assertThat(verdict(request)).isInstanceOf(Verdict.Genuine.class);
    }

    private void assertForged(Request request) {
        assertThat(verdict(request)).isInstanceOf(Verdict.Forged.class);
    }
}
