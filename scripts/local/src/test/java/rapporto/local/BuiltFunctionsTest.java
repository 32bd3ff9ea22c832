// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.local.BuiltStack.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import rapporto.local.BuiltStack.Running;
import rapporto.local.runtime.Events;
import rapporto.local.runtime.RuntimeApi;
import rapporto.local.runtime.RuntimeApi.Outcome;
import rapporto.local.runtime.RuntimeApi.Start;

/** The zips as Lambda gets them, run by the client that Lambda runs them with, on the emulators. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltFunctionsTest {
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
    void given_a_signed_delivery_when_it_passes_through_all_built_functions_then_the_alert_arrives() throws Exception {
        try (var webhook = run("WebhookFunction")) {
            assertThat(webhook.status(stack.event(Threats.of("standard", "built"), false)))
                    .isEqualTo(200);
            assertThat(webhook.status(stack.event(Threats.of("standard", "base64"), true)))
                    .isEqualTo(200);
            var forged = stack.event(Threats.of("standard", "forged"), false).replace("v1,", "v1,A");
            assertThat(webhook.status(forged)).isEqualTo(401);
        }
        try (var classify = run("ClassifyFunction")) {
            var deliveries = stack.receive("DeliveriesQueue", 2);
            deliveries.add("this is no envelope");
            assertThat(classify.answer(Events.queue(deliveries))).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(stack.receive("DeliveriesDeadLetters", 1)).containsExactly("this is no envelope");
        try (var escalate = run("EscalateFunction")) {
            var referrals = stack.receive("EscalationsQueue", 2);
            referrals.add("this is no referral");
            assertThat(escalate.answer(Events.queue(referrals)))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
        }
        assertThat(stack.alerts()).hasSize(2).allSatisfy(alert -> assertThat(alert.message())
                .contains("avvocato"));
        try (var clock = run("ClockFunction")) {
            assertThat(clock.api().invoke(Events.SCHEDULED, SOON)).isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void given_an_environment_without_what_it_needs_when_started_then_the_start_fails_by_name() throws Exception {
        for (var function : stack.functions()) {
            try (var api = RuntimeApi.open();
                    var process = stack.start(function.id(), api, stack.endpoints())) {
                assertThat(api.started(SOON)).isInstanceOf(Start.Failed.class);
                assertThat(process.log()).contains("is missing, wanted what template.yaml sets");
            }
        }
    }

    @Test
    void given_an_event_of_another_kind_when_called_then_it_fails_and_the_next_one_is_served() throws Exception {
        try (var classify = run("ClassifyFunction")) {
            assertThat(classify.api().invoke("{\"private\":\"words\"}", SOON)).isInstanceOf(Outcome.Failed.class);
            assertThat(classify.answer(Events.queue(List.of()))).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(classify.process().log()).doesNotContain("words");
        }
    }

    @Test
    void given_no_credentials_when_a_delivery_comes_then_the_sender_is_asked_to_come_again_and_one_line_says_why()
            throws Exception {
        var nobody = Map.of("AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", "", "AWS_EC2_METADATA_DISABLED", "true");
        try (var webhook = stack.run("WebhookFunction", nobody, Start.Ready.class)) {
            assertThat(webhook.status(stack.event(Threats.of("standard", "nobody"), false)))
                    .isEqualTo(503);
            assertThat(webhook.process().log().lines().filter(line -> line.contains("\"level\"")))
                    .singleElement()
                    .asString()
                    .contains("WARN", "ssm: GetParameter")
                    .doesNotContain("avvocato");
        }
    }

    private Running run(String id) throws IOException {
        return stack.run(id, Map.of(), Start.Ready.class);
    }
}
