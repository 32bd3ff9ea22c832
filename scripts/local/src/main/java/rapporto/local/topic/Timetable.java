// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Real time: one timer, a virtual thread for each task. */
final class Timetable implements Later {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("topic-timer").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void after(Duration pause, Runnable task) {
        try {
            var _ = timer.schedule(() -> workers.execute(task), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: the journal keeps what is left to do for the next start.
        }
    }

    /** Interrupts no task: an interrupt would close the journal's file under it. */
    @Override
    public void close() {
        timer.shutdownNow();
        timer.close();
        workers.close();
    }
}
