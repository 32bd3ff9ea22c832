// SPDX-License-Identifier: Apache-2.0
package rapporto.local.lambda;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import rapporto.local.template.Template.QueueMapping;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Feeds a function from a queue as Lambda's event source mapping does: one long poll while it is quiet, up to the
 * maximum of concurrent batches while there is work, partial failures left to the visibility time-out.
 */
public final class QueuePoller implements AutoCloseable {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final QueueClient queue;
    private final String queueArn;
    private final Invoker function;
    private final QueueMapping mapping;
    private final PrintStream log;
    private final Semaphore slots;
    private final Thread poller;
    private volatile boolean closed;

    QueuePoller(QueueClient queue, String queueArn, Invoker function, QueueMapping mapping, PrintStream log) {
        this.queue = queue;
        this.queueArn = queueArn;
        this.function = function;
        this.mapping = mapping;
        this.log = log;
        this.slots = new Semaphore(mapping.maximumConcurrency());
        this.poller = Thread.ofVirtual().name("poll " + function.name()).start(this::poll);
    }

    /** Starts to poll the queue at {@code url}. */
    public static QueuePoller start(
            SqsClient sqs, String url, String queueArn, Invoker function, QueueMapping mapping, PrintStream log) {
        return new QueuePoller(QueueClient.of(sqs, url, mapping), queueArn, function, mapping, log);
    }

    /** Takes no more batches, and waits for those under way. */
    @Override
    public void close() {
        closed = true;
        poller.interrupt();
        try {
            if (!slots.tryAcquire(mapping.maximumConcurrency(), LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                log.println(function.name() + ": a batch is still under way, it comes again after its time-out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!closed) {
            try {
                slots.acquire();
                if (!receive()) {
                    slots.release();
                }
                pause = FIRST_PAUSE_MILLIS;
            } catch (InterruptedException e) {
                return;
            } catch (SdkException e) {
                slots.release();
                pause = rest(pause, e);
            }
        }
    }

    /** Hands a batch to a thread of its own, which keeps its slot; false when nothing came. */
    private boolean receive() {
        var batch = queue.receive();
        if (batch.isEmpty() || closed) {
            return false;
        }
        Thread.ofVirtual().name("batch " + function.name()).start(() -> {
            try {
                run(batch);
            } finally {
                slots.release();
            }
        });
        return true;
    }

    private void run(List<Message> batch) {
        try {
            var failed = SqsEvent.failures(function.invoke(SqsEvent.of(batch, queueArn)), batch);
            if (failed.isEmpty()) {
                log.println("%s: answer is malformed, the whole batch comes again".formatted(function.name()));
                return;
            }
            var done = batch.stream()
                    .filter(message ->
                            !mapping.partialFailures() || !failed.get().contains(message.messageId()))
                    .toList();
            if (!done.isEmpty()) {
                queue.delete(done);
            }
        } catch (IOException | RuntimeException e) {
            // As on AWS: whatever a function throws, its batch comes again after the visibility time-out.
            log.println("%s: %s, the whole batch comes again"
                    .formatted(function.name(), e.getClass().getName()));
        }
    }

    private long rest(long pause, SdkException e) {
        if (!closed) {
            log.println("%s: queue does not answer: %s"
                    .formatted(function.name(), e.getClass().getSimpleName()));
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            closed = true;
        }
        return Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
