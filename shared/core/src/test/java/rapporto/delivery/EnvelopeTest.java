// SPDX-License-Identifier: Apache-2.0
package rapporto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapporto.interaction.SourceId;
import rapporto.json.Json;
import rapporto.json.MalformedField;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00.123456Z");
    private static final Headers HEADERS = new Headers(Map.of("X-GitHub-Event", "issues"));

    @Property(tries = 200)
    void given_any_body_when_it_travels_then_the_bytes_are_the_same(@ForAll byte[] body) {
        var arrived = Envelope.read(Envelope.write(delivery(body)));

        assertThat(arrived.body()).isEqualTo(body);
        assertThat(arrived.id()).isEqualTo("dl_1");
        assertThat(arrived.source()).isEqualTo(new SourceId("github", "demo"));
        assertThat(arrived.headers()).isEqualTo(HEADERS);
        assertThat(arrived.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void given_a_body_that_packs_well_when_written_then_it_is_packed_and_otherwise_not() {
        var long1 = Envelope.write(delivery("a".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
        var short1 = Envelope.write(delivery("{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(long1).contains("gzip+base64").hasSizeLessThan(400);
        assertThat(short1).contains("\"base64\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "v":1        | "v":2            | v
                    github/demo  | github           | source
                    "base64"     | "rot13"          | encoding
                    "e30="       | "?"              | body
                    "base64"     | "gzip+base64"    | body
                    "dl_1"       | ""               | id
                    """)
    void given_an_envelope_of_another_shape_when_read_then_the_fault_names_the_field(
            String right, String wrong, String field) {
        var envelope =
                Envelope.write(delivery("{}".getBytes(StandardCharsets.UTF_8))).replace(right, wrong);

        assertThatExceptionOfType(MalformedField.class)
                .isThrownBy(() -> Envelope.read(envelope))
                .satisfies(fault -> assertThat(fault.field()).isEqualTo(field));
    }

    @Test
    void given_a_gzip_bomb_when_read_then_it_is_refused_at_the_limit() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[Envelope.MAX_BODY_BYTES + 1]);
        }
        var envelope = Json.object()
                .put("v", 1)
                .put("id", "dl_1")
                .put("source", "github/demo")
                .put("receivedAt", NOW.toString())
                .put("encoding", "gzip+base64")
                .put("body", Base64.getEncoder().encodeToString(bomb.toByteArray()));
        envelope.putObject("headers");

        assertThatExceptionOfType(MalformedField.class).isThrownBy(() -> Envelope.read(Json.write(envelope)));
    }

    @Test
    void given_a_delivery_when_printed_then_its_body_is_hidden() {
        assertThat(delivery("secret".getBytes(StandardCharsets.UTF_8)).toString())
                .isEqualTo("Delivery[dl_1, github/demo, 6 bytes]");
        assertThat(new Request("POST", Map.of(), HEADERS, new byte[3]).toString())
                .isEqualTo("Request[POST, 3 bytes]");
    }

    @Test
    void given_headers_when_narrowed_then_only_the_named_ones_stay_in_any_case() {
        var headers = new Headers(Map.of("X-A", "1", "x-b", "2"));

        assertThat(headers.only(java.util.Set.of("x-a")).values()).containsExactly(Map.entry("x-a", "1"));
        assertThat(headers.get("X-B")).contains("2");
    }

    private static Delivery delivery(byte[] body) {
        return new Delivery("dl_1", new SourceId("github", "demo"), HEADERS, body, NOW);
    }
}
