// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

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

    @Test
    void given_new_secrets_of_a_source_when_put_then_its_lines_change_and_all_others_stay() throws IOException {
        var file = file("# ours\nslack/demo=a\ngithub/demo=b\nslack/demo=c\n");

        SecretsFile.put(file, new SourceId("slack", "demo"), List.of(new Secret("new"), new Secret("a")));
        SecretsFile.put(file, new SourceId("slack", "help"), List.of(new Secret("first")));

        assertThat(file).hasContent("# ours\nslack/demo=new\nslack/demo=a\ngithub/demo=b\nslack/help=first\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void given_a_link_to_the_file_when_put_then_the_file_itself_changes() throws IOException {
        var file = file("slack/demo=a\n");
        var link = Files.createSymbolicLink(folder.resolve("link"), file);

        SecretsFile.put(link, new SourceId("slack", "demo"), List.of(new Secret("b")));

        assertThat(link).isSymbolicLink().hasContent("slack/demo=b\n");
    }

    @Test
    void given_a_secret_that_does_not_fit_on_a_line_when_put_then_the_file_stays_and_the_secret_is_not_repeated()
            throws IOException {
        var file = file("slack/demo=a\n");

        for (var bad : List.of("hush\nslack/demo=mine", "hush\r", " hush")) {
            assertThatIOException()
                    .isThrownBy(() -> SecretsFile.put(file, new SourceId("slack", "demo"), List.of(new Secret(bad))))
                    .withMessageContaining("secret of slack/demo does not fit on a line")
                    .withMessageNotContaining("hush");
        }
        assertThat(file).hasContent("slack/demo=a\n");
    }

    @Test
    void given_a_door_that_is_put_as_a_parameter_when_kept_then_its_secrets_stand_in_the_file() throws IOException {
        var file = file("slack/demo=a\n");
        var kept = new KeptSecrets("/sources", file);

        kept.keep("/sources/slack/demo", "{\"secrets\":[\"new\",\"a\"],\"maxBodyBytes\":1024}");
        kept.keep("/other/slack/demo", "no door");

        assertThat(file).hasContent("slack/demo=new\nslack/demo=a\n");
        assertThatIOException()
                .isThrownBy(() -> kept.keep("/sources/slack/demo", "{\"secrets\":[]}"))
                .withMessageContaining("secrets");
    }

    private Path file(String text) throws IOException {
        var file = Files.writeString(folder.resolve("secrets"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
