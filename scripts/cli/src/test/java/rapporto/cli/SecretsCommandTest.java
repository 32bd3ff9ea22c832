// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

/** Against a stack, at endpoints that the SDK's own configuration names. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsCommandTest {
    private static final SourceId HELP = new SourceId("slack", "help");
    private static final String FIRST = "the first signing secret";
    private static final String SECOND = "the second signing secret";

    private final Terminal terminal = new Terminal();
    private LocalStore store;

    @BeforeAll
    void start() throws IOException {
        store = new LocalStore();
    }

    @AfterAll
    void stop() {
        store.close();
        terminal.close();
    }

    @BeforeEach
    void settings() {
        store.settings().put(Documents.of("slack/help", "2MiB"), Instant.now());
    }

    @AfterEach
    void nothing_secret_was_printed_unasked() {
        assertThat(terminal.out() + terminal.err()).doesNotContain(FIRST, SECOND);
    }

    @Test
    void given_no_secret_when_set_from_stdin_then_the_door_has_it_with_the_limit_of_the_settings() {
        assertThat(secrets(FIRST + "\n", "set", "slack/help", "--yes")).isZero();

        assertThat(terminal.out()).isEqualTo("slack/help has 1 active secret\n");
        assertThat(store.doors().door(HELP)).contains(new Door(HELP, List.of(new Secret(FIRST)), 2 * 1024 * 1024));
    }

    @Test
    void given_a_secret_when_set_without_yes_then_it_stays() {
        door(FIRST);

        assertThat(secrets(SECOND, "set", "slack/help")).isZero();

        assertThat(terminal.out()).isEqualTo("slack/help has 1 active secret: would be replaced; add --yes\n");
        assertThat(active()).containsExactly(FIRST);
    }

    @Test
    void given_a_secret_when_rotated_and_finished_then_both_hold_until_then() {
        door(FIRST);

        assertThat(secrets(SECOND, "rotate", "slack/help")).isZero();
        assertThat(terminal.out()).isEqualTo("slack/help has 2 active secrets, the newest first\n");
        assertThat(active()).containsExactly(SECOND, FIRST);

        assertThat(secrets("a third signing secret", "rotate", "slack/help")).isEqualTo(Exit.REFUSED.code());
        assertThat(secrets("", "rotate", "slack/help", "--finish")).isZero();
        assertThat(active()).containsExactly(SECOND, FIRST);

        assertThat(secrets("", "rotate", "slack/help", "--finish", "--yes")).isZero();
        assertThat(active()).containsExactly(SECOND);
        assertThat(secrets("", "rotate", "slack/help", "--finish", "--yes")).isZero();
        assertThat(terminal.out()).isEqualTo("slack/help has 1 active secret: nothing to drop\n");
    }

    @Test
    void given_what_cannot_be_rotated_when_rotated_then_nothing_changes_and_the_code_says_why() {
        door(FIRST);

        assertThat(secrets(FIRST, "rotate", "slack/help")).isEqualTo(Exit.REFUSED.code());
        assertThat(terminal.err()).contains("has this secret already");
        assertThat(secrets(SECOND, "rotate", "slack/never")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(secrets(SECOND, "rotate", "fax/help")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(secrets(SECOND, "rotate", "slack")).isEqualTo(Exit.USAGE.code());
        assertThat(secrets(SECOND, "rotate", "slack/help", "--finish", "--generate"))
                .isEqualTo(Exit.USAGE.code());
        assertThat(secrets(SECOND, "rotate", "slack/help", "--show")).isEqualTo(Exit.USAGE.code());
        assertThat(active()).containsExactly(FIRST);
    }

    @Test
    void given_a_secret_that_no_channel_could_use_when_set_then_it_is_refused_and_not_repeated() {
        for (var bad : List.of("", " \n", "two\nlines", "tab\tinside", "x".repeat(1_025))) {
            assertThat(secrets(bad, "set", "slack/bad")).isEqualTo(Exit.REFUSED.code());
        }
        assertThat(secrets("no standard secret", "set", "standard/bad")).isEqualTo(Exit.REFUSED.code());
        assertThat(terminal.err()).isEqualTo("secret of standard/bad is not of the form that standard can use\n");
        assertThat(store.doors().door(new SourceId("slack", "bad"))).isEmpty();
    }

    @Test
    void given_a_secret_on_the_command_line_when_set_then_the_words_are_wrong() {
        assertThat(secrets("", "set", "slack/help", SECOND)).isEqualTo(Exit.USAGE.code());
        assertThat(secrets("", "set", "slack/help", "--secret", SECOND)).isEqualTo(Exit.USAGE.code());
        terminal.run("", "version");
    }

    @Test
    void given_generate_when_set_then_it_is_strong_in_the_channels_form_and_shown_only_when_asked() {
        for (var channel : Channels.ALL) {
            var source = new SourceId(channel.id(), "drawn");

            assertThat(secrets("", "set", source.toString(), "--generate", "--show", "--yes"))
                    .isZero();
            var shown = new Secret(terminal.out().strip());
            assertThat(channel.canUse(shown)).isTrue();
            assertThat(shown.value()).hasSizeGreaterThan(42);
            assertThat(store.doors().door(source).orElseThrow().secrets()).containsExactly(shown);

            assertThat(secrets("", "rotate", source.toString(), "--generate")).isZero();
            var newest = store.doors().door(source).orElseThrow().secrets().getFirst();
            assertThat(newest).isNotEqualTo(shown);
            assertThat(terminal.out() + terminal.err()).doesNotContain(newest.value(), shown.value());
        }
    }

    @Test
    void given_doors_when_listed_then_each_has_its_number_its_age_and_what_is_wrong_with_it() {
        door(FIRST, SECOND);
        store.parameters().put("/rapporto/prod/sources/slack/broken", "{}");

        assertThat(secrets("", "list")).isZero();

        assertThat(terminal.out())
                .containsPattern("slack/help +2 active +0 h +rotating\n")
                .containsPattern("slack/broken +0 active +0 h +cannot be read\n");

        assertThat(secrets("", "list", "-o", "json")).isZero();
        var answer = Json.read(terminal.out());
        assertThat(answer.at("schema").number()).isEqualTo(1);
        assertThat(answer.at("items").array())
                .filteredOn(item -> item.at("source").text().equals("slack/help"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.at("active").number()).isEqualTo(2);
                    assertThat(item.at("changed").optionalInstant()).isPresent();
                });
    }

    @Test
    void given_a_door_that_cannot_be_read_when_set_then_it_is_mended_and_rotating_says_so_before() {
        store.parameters().put("/rapporto/prod/sources/slack/torn", "{}");

        assertThat(secrets(FIRST, "rotate", "slack/torn")).isEqualTo(Exit.CHECK_FAILED.code());
        assertThat(secrets(FIRST, "set", "slack/torn", "--yes")).isZero();

        assertThat(terminal.err()).contains("slack/torn is not in the settings");
        assertThat(store.doors().door(new SourceId("slack", "torn"))).isPresent();
    }

    @Test
    void given_a_stack_that_is_not_there_or_not_for_us_when_asked_then_one_line_says_so() {
        assertThat(terminal.run("", "secrets", "list", "--stack", "nope")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(terminal.err()).isEqualTo("there is no stack nope here\n");
        assertThat(terminal.run("", "secrets", "list", "--stack", "secret")).isEqualTo(Exit.REFUSED.code());
        assertThat(terminal.run("", "secrets", "list", "--stack", "no/stack")).isEqualTo(Exit.USAGE.code());
        assertThat(terminal.run("", "secrets", "list", "--table", "t")).isEqualTo(Exit.USAGE.code());
        assertThat(terminal.run("", "secrets", "list", "--stack", "other", "--table", store.table()))
                .isZero();
        assertThat(terminal.out()).containsPattern("slack/help +0 active +- +no secret yet\n");
    }

    private int secrets(String stdin, String... arguments) {
        var all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--stack", "prod"));
        return terminal.run(stdin, all.toArray(String[]::new));
    }

    private void door(String... secrets) {
        store.doors()
                .put(new Door(HELP, List.of(secrets).stream().map(Secret::new).toList(), Door.DEFAULT_MAX_BODY_BYTES));
    }

    private List<String> active() {
        return store.doors().door(HELP).orElseThrow().secrets().stream()
                .map(Secret::value)
                .toList();
    }
}
