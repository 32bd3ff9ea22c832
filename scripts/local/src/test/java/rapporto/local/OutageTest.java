// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that the machine stands on does not answer for a while: nothing accepted is lost, nobody has to help. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class OutageTest {
    /** What failed comes back after the visibility time-out of 90 s; a pending alert is published within two minutes. */
    private static final Duration RECOVERED = Duration.ofSeconds(200);

    @TempDir
    private Path data;

    private StartedMachine machine;

    @BeforeEach
    void start() throws Exception {
        machine = StartedMachine.start(data, "none");
    }

    @AfterEach
    void stop() {
        machine.close();
    }

    @Test
    void given_the_queue_down_when_posted_then_the_sender_is_asked_to_come_again_and_then_is_served() throws Exception {
        machine.takeDown("Sqs");
        var refused = machine.answer(Threats.of("github", "Sqs"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("5");

        machine.bringBack("Sqs");
        assertThat(machine.post(Threats.of("github", "Sqs"))).isEqualTo(200);

        assertOneAlert();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DynamoDb", "Sns"})
    void given_the_table_or_the_topic_down_when_posted_then_it_is_accepted_and_the_alert_comes_once_it_is_back(
            String service) throws Exception {
        machine.takeDown(service);
        assertThat(machine.post(Threats.of("github", service))).isEqualTo(200);
        machine.untilLogged("StoreUnavailable");

        machine.bringBack(service);

        assertOneAlert();
    }

    private void assertOneAlert() throws Exception {
        var alerts = machine.alerts(1, RECOVERED);
        machine.untilQuiet(RECOVERED);
        assertThat(StartedMachine.ids(alerts)).hasSize(1);
        assertThat(machine.log()).doesNotContain("avvocato");
    }
}
