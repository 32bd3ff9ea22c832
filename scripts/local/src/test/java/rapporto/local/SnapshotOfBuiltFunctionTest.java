// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.local.BuiltStack.STANDARD;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.local.runtime.RuntimeApi.Start;

/** The webhook's zip, started the way Lambda starts it to take a snapshot. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotOfBuiltFunctionTest {
    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

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
    void given_a_secret_rotated_between_snapshot_and_restore_when_restored_then_the_first_request_is_verified_with_it()
            throws Exception {
        var former = stack.doors().door(STANDARD).orElseThrow();
        var rotated = Channels.of(STANDARD.channel()).orElseThrow().issue(new byte[32]);
        try (var webhook = stack.run("WebhookFunction", SNAP_START, Start.Checkpointed.class)) {
            assertThat(webhook.process().log())
                    .contains("\"event\":\"snapshot\"")
                    .doesNotContain("restored");

            stack.doors().put(new Door(STANDARD, List.of(rotated), former.maxBodyBytes()));
            webhook.api().restore();

            assertThat(webhook.status(delivery("fresh", rotated))).isEqualTo(200);
            assertThat(webhook.status(delivery("stale", former.secrets().getFirst())))
                    .isEqualTo(401);
            assertThat(webhook.process().log().lines().filter(line -> line.contains("\"level\":\"INFO\"")))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"event\":\"snapshot\""),
                            second -> assertThat(second).contains("\"event\":\"restored\""));
            assertThat(stack.receive("DeliveriesQueue", 1)).hasSize(1);
        } finally {
            stack.doors().put(former);
        }
    }

    @Test
    void given_the_rehearsal_before_the_snapshot_when_it_runs_then_nothing_leaves_the_process() throws Exception {
        var calls = new AtomicInteger();
        var trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.close();
        });
        trap.start();
        try (var webhook = stack.run("WebhookFunction", everythingAt(trap), Start.Checkpointed.class)) {
            assertThat(calls).hasValue(0);

            webhook.api().restore();
            assertThat(webhook.status(delivery("lost", new Secret("whsec_AAAA"))))
                    .isEqualTo(503);
            assertThat(calls).hasPositiveValue();
        } finally {
            trap.stop(0);
        }
    }

    private static Map<String, String> everythingAt(HttpServer trap) {
        var environment = new HashMap<>(SNAP_START);
        for (var service : List.of("SSM", "SQS")) {
            environment.put(
                    "AWS_ENDPOINT_URL_" + service,
                    "http://127.0.0.1:" + trap.getAddress().getPort());
        }
        return environment;
    }

    private String delivery(String id, Secret secret) {
        return stack.event(Threats.of("standard", id), secret, false);
    }
}
