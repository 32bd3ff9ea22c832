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

    private void secrets(String text) throws IOException {
        var file = folder.resolve("secrets");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        options.secrets = Optional.of(file);
    }
}
