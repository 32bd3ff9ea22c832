// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channels.Channels;
import rapporto.settings.SettingsStore.Stored;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrganisationTest {
    @TempDir
    private Path folder;

    private final Options options = new Options();

    @Test
    void given_nothing_when_read_then_the_demo_has_a_door_for_every_channel() {
        assertThat(Organisation.read(options, folder).doors())
                .extracting(door -> door.source().channel())
                .containsExactlyInAnyOrderElementsOf(Channels.ids());
    }

    @Test
    void given_a_source_without_secret_when_read_then_the_start_is_refused_and_the_source_named() throws IOException {
        secrets("slack/demo=a\ngithub/demo=b\nstandard/demo=not-a-standard-secret\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Organisation.read(options, folder))
                .withMessageContaining("has no secret for discourse/demo, wanted a line discourse/demo=...")
                .withMessageContaining("secret of standard/demo is not of the form that the channel issues");
    }

    @Test
    void given_settings_with_faults_when_read_then_all_are_told_with_their_lines() throws IOException {
        var config = folder.resolve("settings.yaml");
        Files.writeString(config, "schema: 2\nteams: []\n");
        options.config = Optional.of(config);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Organisation.read(options, folder))
                .withMessageContaining("settings.yaml line 1: schema is \"2\", wanted one of 1")
                .withMessageContaining("line 2: teams is an empty list");
    }

    @Test
    void given_stored_settings_when_the_machine_starts_without_config_then_they_hold_and_it_is_told() {
        options.data = Optional.of(folder);

        var held = Organisation.read(options, folder).orStored(stored("slack/help"), options, folder);

        assertThat(held.document()).isEqualTo(document("slack/help"));
        assertThat(held.doors()).extracting(door -> door.source().toString()).containsExactly("slack/help");
        assertThat(held.notes())
                .containsExactly("version 3 of the settings holds, not the demo: --config FILE replaces it");
    }

    @Test
    void given_stored_settings_when_the_machine_starts_with_config_then_the_file_holds_and_it_is_told()
            throws IOException {
        var config = Files.writeString(folder.resolve("mine.yaml"), document("slack/mine"));
        options.config = Optional.of(config);

        var held = Organisation.read(options, folder).orStored(stored("slack/help"), options, folder);

        assertThat(held.document()).isEqualTo(document("slack/mine"));
        assertThat(held.notes()).containsExactly(config + " replaces version 3 of the settings");
        assertThat(Organisation.read(options, folder)
                        .orStored(Optional.of(new Stored(3, document("slack/mine"))), options, folder)
                        .notes())
                .isEmpty();
    }

    @Test
    void given_a_stored_source_without_secret_when_the_machine_starts_then_its_door_stays_shut_and_it_is_told()
            throws IOException {
        options.data = Optional.of(folder);
        secrets("slack/other=a\n");

        var held = Organisation.read(options, folder).orStored(stored("slack/help"), options, folder);

        assertThat(held.doors()).isEmpty();
        assertThat(held.notes()).anyMatch(note -> note.contains("has no secret for slack/help"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Organisation.read(options, folder).orStored(Optional.empty(), options, folder))
                .withMessageContaining("has no secret for slack/demo");
    }

    @Test
    void given_stored_settings_that_are_not_valid_when_the_machine_starts_then_it_is_refused_with_every_fault() {
        options.data = Optional.of(folder);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Organisation.read(options, folder)
                        .orStored(Optional.of(new Stored(4, "schema: 2\n")), options, folder))
                .withMessageContaining("version 4 of the settings line 1: schema is \"2\"");
    }

    private static Optional<Stored> stored(String source) {
        return Optional.of(new Stored(3, document(source)));
    }

    private static String document(String source) {
        return """
                schema: 1
                communities: [{id: people, name: People, kind: customer}]
                teams: [{id: support, name: Support}]
                sources: [{id: %s, community: people, team: support}]
                policy:
                  - {rule: press, title: Press, when: {intent: press}, severity: P2, answerWithin: PT4H}
                """.formatted(source);
    }

    private void secrets(String text) throws IOException {
        var file = folder.resolve("secrets");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        options.secrets = Optional.of(file);
    }
}
