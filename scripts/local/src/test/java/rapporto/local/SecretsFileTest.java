// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channel.Secret;
import rapporto.interaction.SourceId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretsFileTest {
    private static final Path FILE = Path.of("secrets");

    @TempDir
    private Path folder;

    @Test
    void given_lines_when_parsed_then_the_second_of_a_source_is_its_second_active_secret() {
        var secrets = SecretsFile.parse(
                FILE, List.of("# ours", "", "slack/demo=new", "slack/demo=old", "standard/demo=whsec_a==b="));

        assertThat(secrets.get(new SourceId("slack", "demo"))).containsExactly(new Secret("new"), new Secret("old"));
        assertThat(secrets.get(new SourceId("standard", "demo"))).containsExactly(new Secret("whsec_a==b="));
    }

    @Test
    void given_wrong_lines_when_parsed_then_all_are_told_and_no_secret_is_repeated() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> SecretsFile.parse(
                        FILE, List.of("slack/demo=", "hush", "slack/a=1", "slack/a=2", "slack/a=hush3")))
                .withMessage("""
                        secrets line 1: secret of slack/demo is empty
                        secrets line 2: is no line channel/source=secret
                        secrets line 5: slack/a has more than 2 secrets""");
    }

    @Test
    void given_a_file_that_others_may_read_when_read_then_it_is_refused_with_what_to_do() throws IOException {
        var file = folder.resolve("secrets");
        Files.writeString(file, "slack/demo=x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> SecretsFile.read(file))
                .withMessageContaining("has mode rw-r--r--, wanted rw-------: chmod 600");
    }

    @Test
    void given_no_file_when_the_demo_draws_secrets_then_only_the_owner_reads_them_and_they_stay() {
        var sources = List.of(new SourceId("slack", "demo"), new SourceId("standard", "demo"));
        var file = SecretsFile.forDemo(folder.resolve("deep/demo.secrets"), sources);
        var drawn = SecretsFile.read(file);

        assertThat(drawn).containsOnlyKeys(sources);
        assertThat(SecretsFile.read(SecretsFile.forDemo(file, sources))).isEqualTo(drawn);
    }

    @Test
    void given_a_channel_that_came_later_when_the_demo_starts_then_it_has_a_secret_and_the_others_keep_theirs() {
        var slack = new SourceId("slack", "demo");
        var standard = new SourceId("standard", "demo");
        var file = SecretsFile.forDemo(folder.resolve("demo.secrets"), List.of(slack));
        var drawn = SecretsFile.read(file);

        SecretsFile.forDemo(file, List.of(slack, standard));

        assertThat(SecretsFile.read(file)).containsAllEntriesOf(drawn).containsOnlyKeys(slack, standard);
    }
}
