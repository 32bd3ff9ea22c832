// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channel.Secret;
import rapporto.interaction.SourceId;

/** What is changed while the single machine runs holds at once and after its restart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MachineKeepsTest {
    private static final SourceId DEMO = new SourceId("github", "demo");
    private static final SourceId HELP = new SourceId("slack", "help");

    @TempDir
    private Path data;

    private final Terminal terminal = new Terminal();

    @AfterEach
    void stop() {
        terminal.close();
    }

    @Test
    void given_a_secret_that_is_rotated_when_the_machine_starts_again_then_it_holds_and_the_dropped_one_does_not()
            throws Exception {
        Secret first;
        Secret second;
        try (var machine = RunningMachine.start(data)) {
            assertThat(run(machine, "secrets", "set", "github/demo", "--generate", "--show", "--yes"))
                    .isZero();
            first = new Secret(terminal.out().strip());
            assertThat(machine.deliver(DEMO, first)).isEqualTo(200);

            assertThat(run(machine, "secrets", "rotate", "github/demo", "--generate", "--show"))
                    .isZero();
            second = new Secret(terminal.out().strip());
            machine.untilLetIn(DEMO, second);
            assertThat(machine.deliver(DEMO, first)).isEqualTo(200);
            assertThat(run(machine, "send", "github", "star-created")).isZero();

            assertThat(run(machine, "secrets", "rotate", "github/demo", "--finish", "--yes"))
                    .isZero();
        }
        try (var machine = RunningMachine.start(data)) {
            assertThat(machine.deliver(DEMO, second)).isEqualTo(200);
            assertThat(machine.deliver(DEMO, first)).isEqualTo(401);
            assertThat(machine.screen()).doesNotContain(first.value(), second.value());
        }
        var file = data.resolve("demo.secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void given_settings_that_are_put_when_the_machine_starts_again_then_they_hold_unless_a_file_is_named()
            throws Exception {
        var put = Files.writeString(data.resolve("put.yaml"), Documents.of("slack/help", "2MiB"));
        var named = Files.writeString(data.resolve("named.yaml"), Documents.of("slack/other", "1MiB"));
        var secret = "the signing secret of help";
        try (var machine = RunningMachine.start(data)) {
            assertThat(run(machine, "settings", "put", put.toString(), "--yes")).isZero();
            assertThat(terminal.run(secret, "secrets", "set", "slack/help", "--url", machine.url()))
                    .isZero();
            assertThat(machine.deliver(HELP, new Secret(secret))).isEqualTo(200);
        }
        try (var machine = RunningMachine.start(data)) {
            assertThat(machine.screen()).contains("version 2 of the settings holds, not the demo");
            assertThat(run(machine, "settings", "diff", put.toString())).isZero();
            assertThat(machine.deliver(HELP, new Secret(secret))).isEqualTo(200);
            assertThat(run(machine, "secrets", "list")).isZero();
            assertThat(terminal.out()).containsPattern("slack/help +1 active +0 h\n");
        }
        try (var machine = RunningMachine.start(data, "--config", named.toString())) {
            assertThat(machine.screen()).contains(named + " replaces version 2 of the settings");
            assertThat(run(machine, "settings", "diff", named.toString())).isZero();
            assertThat(machine.deliver(HELP, new Secret(secret))).isEqualTo(404);
        }
    }

    @Test
    void given_a_running_machine_when_smoked_with_the_same_delivery_three_times_then_one_alert_is_seen()
            throws Exception {
        try (var machine = RunningMachine.start(data)) {
            assertThat(run(machine, "smoke", "discourse/demo", "--times", "3", "--within", "PT10S"))
                    .isZero();
            assertThat(terminal.out()).containsPattern("discourse/demo: alert al_[0-9a-f]{32} after ");
            assertThat(run(machine, "smoke", "discourse/nobody")).isEqualTo(3);
        }
    }

    private int run(RunningMachine machine, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", machine.url()));
        return terminal.run("", all.toArray(String[]::new));
    }
}
