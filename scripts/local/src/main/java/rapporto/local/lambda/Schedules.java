// SPDX-License-Identifier: Apache-2.0
package rapporto.local.lambda;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import rapporto.json.Json;

/** Calls functions at their rates, as EventBridge Scheduler does. A call that is late skips none of its successors. */
public final class Schedules implements AutoCloseable {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());
    private final PrintStream log;

    /** Tells of failed calls on {@code log}. */
    public Schedules(PrintStream log) {
        this.log = log;
    }

    /** Calls {@code function} each {@code rate}, first after one. */
    public void add(Invoker function, Duration rate) {
        var future = scheduler.scheduleAtFixedRate(
                () -> call(function), rate.toMillis(), rate.toMillis(), TimeUnit.MILLISECONDS);
        if (future.isCancelled()) {
            throw new IllegalStateException(function.name() + " cannot be scheduled");
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void call(Invoker function) {
        try {
            function.invoke(event());
        } catch (IOException | RuntimeException e) {
            log.println("%s: %s".formatted(function.name(), e.getClass().getName()));
        }
    }

    private static byte[] event() {
        var event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", "000000000000")
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "us-east-1")
                .put("detail", "{}");
        return Json.write(event).getBytes(StandardCharsets.UTF_8);
    }
}
