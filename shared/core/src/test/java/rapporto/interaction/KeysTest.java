// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "with:colon", "100%", "%3A", "a/b c", "è👋"})
    void given_any_id_when_written_and_read_then_it_is_the_same(String id) {
        var key = new ContentKey("slack", "T:1", id);

        assertThat(ContentKey.parse(key.toString())).isEqualTo(key);
        assertThat(Identity.parse(new Identity("slack", id, "u").toString())).isEqualTo(new Identity("slack", id, "u"));
        assertThat(ThreadKey.parse(new ThreadKey("slack", "t", id).toString()))
                .isEqualTo(new ThreadKey("slack", "t", id));
    }

    @Test
    void given_two_ids_that_differ_by_a_colon_when_written_then_the_keys_differ() {
        assertThat(new ContentKey("slack", "a:b", "c").toString())
                .isNotEqualTo(new ContentKey("slack", "a", "b:c").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "slack:a", "slack:a:b:c", "Slack:a:b", "slack::b", "slack:a: "})
    void given_text_that_is_no_key_when_read_then_it_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentKey.parse(text));
    }

    @Test
    void given_an_overlong_id_when_made_then_the_message_says_how_long_it_may_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identity("slack", "t", "x".repeat(513)))
                .withMessage("id has 513 characters, wanted 1 to 512");
    }

    @Test
    void given_a_source_when_written_and_read_then_it_is_the_same() {
        var source = new SourceId("slack", "support-it");

        assertThat(SourceId.parse(source.toString())).isEqualTo(source);
        assertThat(SourceId.isValid("slack", "support-it")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "slack/", "/demo", "Slack/demo", "slack/De mo", "slack/../x", "slack/a/b"})
    void given_text_that_names_no_source_when_read_then_it_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceId.parse(text));
    }
}
