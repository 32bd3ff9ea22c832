// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.json.Field;

/** The README's promise, executed: the machine as a user starts it, real signatures, the alert at the end. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
abstract class JourneyContract {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** A killed machine's messages come back after their visibility time-out of 90 s, and its alerts within two minutes. */
    private static final Duration AFTER_A_KILL = Duration.ofSeconds(200);

    @TempDir
    private Path data;

    /** What {@code scripts/start} is given beside port and data; the same at each call of a test. */
    protected abstract List<String> options();

    @Test
    void
            given_a_delivery_of_each_channel_sent_three_times_when_posted_then_each_person_has_one_alert_that_explains_itself()
                    throws Exception {
        try (var machine = StartedMachine.start(data, "none", options())) {
            for (int times = 0; times < 3; times++) {
                for (var channel : Threats.CHANNELS) {
                    assertThat(machine.post(Threats.of(channel, "1"))).isEqualTo(200);
                }
            }
            var alerts = machine.alerts(Threats.CHANNELS.size(), SOON);

            assertThat(StartedMachine.ids(alerts)).hasSize(Threats.CHANNELS.size());
            for (var alert : alerts) {
                var data = alert.at("message").at("data");
                assertThat(alert.at("subject").text()).startsWith("[P1][OPEN]");
                assertThat(alert.at("attributes").names())
                        .containsExactlyInAnyOrder("severity", "channel", "team", "eventType", "language");
                assertThat(data.at("reason").at("evidence").array())
                        .extracting(Field::text)
                        .contains("avvocato");
                assertThat(data.at("interaction").at("excerpt").text()).contains("avvocato");
                assertThat(data.at("sla").at("dueAt").instant())
                        .isAfter(alert.at("message").at("time").instant());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"after-send", "after-put", "after-publish", "before-delete"})
    void given_a_machine_that_dies_between_two_steps_when_started_again_then_nothing_is_lost_and_no_second_alert_exists(
            String killPoint) throws Exception {
        try (var machine = StartedMachine.start(data, killPoint, options())) {
            machine.postAndDie(Threats.of("standard", killPoint));
        }
        try (var machine = StartedMachine.start(data, "none", options())) {
            var alerts = machine.alerts(1, AFTER_A_KILL);
            machine.untilQuiet(AFTER_A_KILL);

            assertThat(alerts).isNotEmpty();
            assertThat(StartedMachine.ids(machine.alerts(1, SOON))).hasSize(1);
        }
    }
}
