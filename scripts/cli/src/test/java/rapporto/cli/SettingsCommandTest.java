// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

/** Against a stack, at endpoints that the SDK's own configuration names. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsCommandTest {
    private static final SourceId HELP = new SourceId("slack", "help");

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private LocalStore store;

    @BeforeEach
    void start() throws IOException {
        store = new LocalStore();
    }

    @AfterEach
    void stop() {
        store.close();
        terminal.close();
    }

    @Test
    void given_nothing_stored_when_got_and_put_then_it_is_not_found_and_the_file_is_version_one() throws IOException {
        var file = file(Documents.of("slack/help", "1MiB"));

        assertThat(terminal.run("", "settings", "get", "--stack", "prod")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(terminal.run("", "settings", "diff", file, "--stack", "prod"))
                .isEqualTo(Exit.CHECK_FAILED.code());
        assertThat(terminal.run("", "settings", "put", file, "--stack", "prod", "--yes"))
                .isZero();

        assertThat(terminal.err()).isEqualTo("""
                version 1 holds
                slack/help has no secret yet: scripts/rapporto secrets set slack/help
                """);
        assertThat(terminal.run("", "settings", "get", "--stack", "prod")).isZero();
        assertThat(terminal.out()).isEqualTo(Documents.of("slack/help", "1MiB"));
        assertThat(terminal.err()).isEqualTo("version 1\n");
        assertThat(terminal.run("", "settings", "get", "--stack", "prod", "-o", "json"))
                .isZero();
        assertThat(Json.read(terminal.out()).at("document").text()).isEqualTo(Documents.of("slack/help", "1MiB"));
    }

    @Test
    void given_a_changed_file_when_put_without_yes_then_the_difference_is_shown_and_nothing_written()
            throws IOException {
        store.settings().put(Documents.of("slack/help", "1MiB"), Instant.now());
        var file = file(Documents.of("slack/help", "2MiB"));

        assertThat(terminal.run("", "settings", "put", file, "--stack", "prod")).isZero();

        assertThat(terminal.out()).isEqualTo("""
                --- version 1
                +++ %s
                @@ -3,6 +3,6 @@
                 communities: [{id: people, name: People, kind: customer}]
                 teams: [{id: support, name: Support}]
                 sources:
                -  - {id: slack/help, community: people, team: support, maxBodyBytes: 1MiB}
                +  - {id: slack/help, community: people, team: support, maxBodyBytes: 2MiB}
                 policy:
                   - {rule: press, title: Press, when: {intent: press}, severity: P2, answerWithin: PT4H}
                """.formatted(file));
        assertThat(terminal.err()).isEqualTo("would become version 2; add --yes\n");
        assertThat(store.settings().current().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void given_another_limit_when_put_then_the_door_has_it_and_keeps_its_secrets() throws IOException {
        var secrets = List.of(new Secret("new signing secret"), new Secret("old signing secret"));
        store.settings().put(Documents.of("slack/help", "1MiB"), Instant.now());
        store.doors().put(new Door(HELP, secrets, 1024 * 1024));
        var file = file(Documents.of("slack/help", "2MiB"));

        assertThat(terminal.run("", "settings", "put", file, "--stack", "prod", "--yes", "-o", "json"))
                .isZero();

        assertThat(Json.read(terminal.out()).at("version").number()).isEqualTo(2);
        assertThat(Json.read(terminal.out()).at("changed").isTrue()).isTrue();
        assertThat(store.doors().door(HELP)).contains(new Door(HELP, secrets, 2 * 1024 * 1024));
    }

    @Test
    void given_a_file_with_faults_when_put_then_every_one_is_told_and_nothing_written() throws IOException {
        var file = file("schema: 2\nteams: []\n");

        assertThat(terminal.run("", "settings", "put", file, "--stack", "prod", "--yes"))
                .isEqualTo(Exit.CHECK_FAILED.code());

        assertThat(terminal.err())
                .contains(file + " line 1: schema is \"2\", wanted one of 1")
                .contains(file + " line 2: teams is an empty list")
                .contains("communities");
        assertThat(store.settings().current()).isEmpty();
    }

    @Test
    void given_the_same_file_when_compared_or_put_then_there_is_no_difference_and_no_version() throws IOException {
        store.settings().put(Documents.of("slack/help", "1MiB"), Instant.now());
        var same = Documents.of("slack/help", "1MiB");

        assertThat(terminal.run(same, "settings", "diff", "-", "--stack", "prod"))
                .isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.run(same, "settings", "put", "-", "--stack", "prod", "--yes"))
                .isZero();
        assertThat(terminal.err()).startsWith("version 1 holds\n");
        assertThat(terminal.run(same + "\n", "settings", "diff", "-", "--stack", "prod"))
                .isEqualTo(Exit.CHECK_FAILED.code());
    }

    @Test
    void given_a_table_that_is_gone_or_a_file_that_is_none_when_asked_then_the_code_says_so() throws IOException {
        assertThat(terminal.run("", "settings", "get", "--stack", "prod", "--table", "gone"))
                .isEqualTo(Exit.UPSTREAM.code());
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("dynamodb: read settings G#settings failed: ResourceNotFoundException: ");
        assertThat(terminal.run("", "settings", "put", folder.resolve("none").toString()))
                .isEqualTo(Exit.NOT_FOUND.code());
        var bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3});
        assertThat(terminal.run("", "settings", "put", bytes.toString())).isEqualTo(Exit.CHECK_FAILED.code());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text).toString();
    }
}
