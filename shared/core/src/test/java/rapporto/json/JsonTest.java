// SPDX-License-Identifier: Apache-2.0
package rapporto.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.interaction.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonTest {
    private static final Field DOCUMENT = Json.read("""
            {"event":{"ts":"1515.16","user":null,"blank":" ","count":7,"big":123456789012345678901234567890,
             "flag":true,"list":[{"id":1},{"id":"two"}],"at":"2026-01-05T10:00:00+01:00","kind":"POST",
             "link":"https://example.org/a","script":"javascript:alert(1)"}}
            """);

    private final Field event = DOCUMENT.at("event");

    @Test
    void given_fields_of_the_wanted_kind_when_read_then_their_values_come() {
        assertThat(event.at("ts").text()).isEqualTo("1515.16");
        assertThat(event.at("count").number()).isEqualTo(7);
        assertThat(event.at("count").id()).isEqualTo("7");
        assertThat(event.at("big").id()).isEqualTo("123456789012345678901234567890");
        assertThat(event.at("flag").isTrue()).isTrue();
        assertThat(event.at("list").array())
                .extracting(item -> item.at("id").id())
                .containsExactly("1", "two");
        assertThat(event.at("at").instant()).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(event.at("kind").one(Kind.class)).isEqualTo(Kind.POST);
        assertThat(event.at("link").optionalLink()).isPresent();
        assertThat(event.object().names()).hasSize(11);
    }

    @Test
    void given_missing_and_null_fields_when_optional_then_they_are_empty() {
        assertThat(event.at("user").optionalText()).isEmpty();
        assertThat(event.at("nothing").optionalId()).isEmpty();
        assertThat(event.at("blank").optionalId()).isEmpty();
        assertThat(event.at("nothing").optionalInstant()).isEmpty();
        assertThat(event.at("script").optionalLink()).isEmpty();
        assertThat(event.at("nothing").textOrEmpty()).isEmpty();
        assertThat(event.at("nothing").at("deeper").isPresent()).isFalse();
        assertThat(Field.link("http://[broken")).isEmpty();
    }

    @Test
    void given_a_field_of_another_kind_when_read_then_the_fault_names_path_found_and_wanted() {
        assertFault(() -> event.at("user").text(), "event.user is null, wanted text");
        assertFault(() -> event.at("blank").text(), "event.blank is blank, wanted text");
        assertFault(() -> event.at("count").text(), "event.count is a number, wanted text");
        assertFault(() -> event.at("nothing").id(), "event.nothing is missing, wanted an id");
        assertFault(() -> event.at("flag").id(), "event.flag is true or false, wanted an id");
        assertFault(() -> event.at("big").number(), "event.big is a number, wanted a whole number");
        assertFault(() -> event.at("ts").array(), "event.ts is text, wanted an array");
        assertFault(() -> event.at("list").object(), "event.list is an array, wanted an object");
        assertFault(
                () -> event.at("list").array().get(1).at("id").number(),
                "event.list[1].id is text, wanted a whole number");
        assertFault(() -> event.at("ts").instant(), "event.ts is text, wanted a time such as 2026-11-23T08:15:30Z");
        assertFault(() -> DOCUMENT.text(), "body is an object, wanted text");
        assertThatExceptionOfType(MalformedField.class)
                .isThrownBy(() -> event.at("ts").one(Kind.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":01}", "nul"})
    void given_bytes_that_are_not_one_document_when_read_then_they_are_refused(String text) {
        assertThatExceptionOfType(MalformedField.class).isThrownBy(() -> Json.read(text));
    }

    @Test
    void given_nesting_and_numbers_over_the_limits_when_read_then_they_are_refused_without_harm() {
        assertThatExceptionOfType(MalformedField.class).isThrownBy(() -> Json.read("[".repeat(100_000)));
        assertThatExceptionOfType(MalformedField.class).isThrownBy(() -> Json.read("[" + "9".repeat(1_001) + "]"));
        assertThat(Json.read("[" + "9".repeat(1_000) + "]").array()).hasSize(1);
    }

    @Test
    void given_bytes_in_no_encoding_when_read_then_they_are_refused() {
        assertThatExceptionOfType(MalformedField.class).isThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xff, '"'}));
    }

    @Test
    void given_a_document_when_printed_then_its_content_is_hidden() {
        assertThat(Json.read("{\"secret\":\"word\"}".getBytes(StandardCharsets.UTF_8))
                        .toString())
                .isEqualTo("Field[, an object]");
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String message) {
        assertThatExceptionOfType(MalformedField.class)
                .isThrownBy(read)
                .withMessage(message)
                .satisfies(fault -> assertThat(fault.field() + fault.found() + fault.wanted())
                        .isNotBlank());
    }
}
