// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channel.Secret;
import rapporto.json.Json;

/** The zips as Lambda gets them, under AWS's own emulator of its runtime, with the events that AWS's services send. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeEmulatorTest {
    @TempDir
    private static Path folder;

    private BuiltStack stack;

    @BeforeAll
    void start() {
        stack = new BuiltStack(folder);
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void given_the_events_of_aws_when_each_built_function_gets_its_own_then_the_alert_arrives_and_poison_is_told()
            throws Exception {
        try (var webhook = run("WebhookFunction")) {
            assertThat(status(webhook, delivery("plain", newest(), false))).isEqualTo(200);
            assertThat(status(webhook, delivery("base64", newest(), true))).isEqualTo(200);
            assertThat(status(webhook, delivery("forged", new Secret("whsec_" + "A".repeat(44)), false)))
                    .isEqualTo(401);
        }
        try (var classify = run("ClassifyFunction")) {
            var deliveries = stack.receive("DeliveriesQueue", 2);
            deliveries.add("this is no envelope");
            assertThat(classify.invoke(LambdaEvents.sqs(deliveries))).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(stack.receive("DeliveriesDeadLetters", 1)).containsExactly("this is no envelope");
        try (var escalate = run("EscalateFunction")) {
            var referrals = stack.receive("EscalationsQueue", 2);
            referrals.add("this is no referral");
            assertThat(escalate.invoke(LambdaEvents.sqs(referrals)))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
        }
        assertThat(stack.alerts()).hasSize(2).allSatisfy(alert -> assertThat(alert.message())
                .contains("avvocato"));
        try (var clock = run("ClockFunction")) {
            assertThat(clock.invoke(LambdaEvents.scheduler())).isEmpty();
        }
    }

    @Test
    void given_a_function_when_it_runs_then_it_listens_on_loopback_alone() throws Exception {
        try (var webhook = run("WebhookFunction")) {
            status(webhook, delivery("loopback", new Secret("whsec_" + "A".repeat(44)), false));

            assertThat(webhook.addresses()).hasSize(2).containsOnly("0100007F"); // 127.0.0.1
        }
    }

    @Test
    void given_an_event_of_another_kind_when_called_then_it_is_an_error_that_repeats_nothing() throws Exception {
        try (var classify = run("ClassifyFunction")) {
            assertThat(classify.invoke("{\"private\":\"words\"}"))
                    .contains("\"errorType\"")
                    .doesNotContain("words");
        }
    }

    @Test
    void given_no_sam_cli_when_the_emulator_is_looked_for_then_one_line_says_what_to_run() throws IOException {
        var home = Files.createTempDirectory(folder, "home");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RuntimeEmulator.find(home))
                .withMessageMatching("\\.venv/sam holds no .*aws-lambda-rie-.*: run scripts/validate-template, .*");
    }

    private RuntimeEmulator run(String id) throws IOException {
        var built = stack.unpack(id);
        return RuntimeEmulator.start(built, stack.environment(id), built.task().resolveSibling("log"));
    }

    private static long status(RuntimeEmulator webhook, String event) throws Exception {
        return Json.read(webhook.invoke(event)).at("statusCode").number();
    }

    private static String delivery(String id, Secret secret, boolean base64) {
        var body = Threats.of("standard", id).body().getBytes(UTF_8);
        return LambdaEvents.http(BuiltStack.signed(body, secret), body, base64);
    }

    private Secret newest() {
        return stack.doors().door(BuiltStack.STANDARD).orElseThrow().secrets().getFirst();
    }
}
