// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rapporto.local.AwsProxy.Trouble;
import rapporto.local.AwsProxy.Trouble.Refusal;

/**
 * A service that the system stands on is down for a while, or refuses: nothing accepted is lost, nobody has to help, and
 * the log says what it was without anybody's words.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class OutageTest {
    /** What failed comes back after the visibility time-out of 90 s; a pending alert is published within two minutes. */
    private static final Duration RECOVERED = Duration.ofSeconds(200);

    private static final Trouble DOWN = new Trouble.Down();

    private EmulatorsApart emulators;
    private AwsProxy aws;
    private StartedMachine machine;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        emulators = EmulatorsApart.start(data);
        aws = new AwsProxy(emulators.endpoints());
        machine = StartedMachine.start(
                Files.createDirectory(data.resolve("machine")),
                "none",
                List.of("--endpoint", aws.endpoint().toString()));
    }

    @AfterAll
    void stop() {
        machine.close();
        aws.close();
        emulators.close();
    }

    /** Each on a channel whose secret the door has not asked for yet. */
    private static Stream<Arguments> troubles_at_the_door() {
        return Stream.of(
                Arguments.of("github", "sqs SendMessage", DOWN),
                Arguments.of("discourse", "sqs SendMessage", new Refusal(403, "AccessDenied")),
                Arguments.of("slack", "sqs SendMessage", new Refusal(400, "AWS.SimpleQueueService.NonExistentQueue")),
                Arguments.of("standard", "ssm GetParameter", new Refusal(400, "ExpiredTokenException")));
    }

    @Execution(ExecutionMode.SAME_THREAD) // one trouble at a time
    @ParameterizedTest
    @MethodSource("troubles_at_the_door")
    void
            given_the_queue_or_the_secrets_in_trouble_when_posted_then_the_sender_is_asked_to_come_again_and_then_is_served(
                    String channel, String call, Trouble trouble) throws Exception {
        var who = "door-" + channel;
        long told = told().size();
        aws.trouble(call, trouble);

        var refused = machine.answer(Threats.of(channel, who));
        aws.heal();
        var served = machine.post(Threats.of(channel, who));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("5");
        assertThat(told().stream().skip(told)).singleElement().satisfies(line -> says(line, call, trouble));
        assertThat(served).isEqualTo(200);
        assertThat(alertsOf(who, 1)).isNotEmpty();
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @Test
    void given_the_table_or_the_topic_in_trouble_when_posted_then_it_is_accepted_and_the_alert_comes_once_all_is_well()
            throws Exception {
        var troubles = List.of(
                Map.entry("dynamodb", DOWN),
                Map.entry("dynamodb", new Refusal(400, "ThrottlingException")),
                Map.entry("dynamodb", new Refusal(400, "ResourceNotFoundException")),
                Map.entry("sns Publish", DOWN),
                Map.entry("sns Publish", new Refusal(403, "AuthorizationError")));
        for (var trouble : troubles) {
            int told = told().size();
            aws.trouble(trouble.getKey(), trouble.getValue());
            assertThat(machine.post(Threats.of("github", "behind-" + troubles.indexOf(trouble))))
                    .isEqualTo(200);
            machine.until(RECOVERED, () -> told().size() > told, "line about " + trouble);
            aws.heal();
            assertThat(told().stream().skip(told)).allSatisfy(line -> says(line, trouble.getKey(), trouble.getValue()));
        }

        assertThat(alertsOf("behind", troubles.size())).hasSize(troubles.size());
        machine.untilQuiet(RECOVERED);
        assertThat(alertsOf("behind", troubles.size())).hasSize(troubles.size());
        assertThat(machine.log()).doesNotContain("avvocato");
    }

    /** What the functions told of faults so far. */
    private List<String> told() {
        return machine.log().lines().filter(line -> line.contains("\"level\"")).toList();
    }

    private static void says(String line, String call, Trouble trouble) {
        assertThat(line).contains("\"WARN\"", call.split(" ", 2)[0] + ": ");
        if (trouble instanceof Refusal refusal) {
            assertThat(line).contains("\"code\":\"" + refusal.code() + "\"");
        }
    }

    /** Ids of the alerts about people whose id has {@code who} in it, once there are {@code count}. */
    private Set<String> alertsOf(String who, int count) {
        machine.until(RECOVERED, () -> alertsOf(who).size() >= count, count + " alerts of " + who);
        return alertsOf(who);
    }

    private Set<String> alertsOf(String who) {
        return StartedMachine.ids(machine.get("/local/alerts").array().stream()
                .filter(alert -> alert.at("message")
                        .at("data")
                        .at("stakeholder")
                        .at("id")
                        .text()
                        .contains(who))
                .toList());
    }
}
