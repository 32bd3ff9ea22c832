// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Time that passes only when a test says so; remembers the pauses that were asked for. */
final class ByHand implements Later {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized void after(Duration pause, Runnable task) {
        pauses.add(pause);
        waiting.add(task);
    }

    /** Runs the one that waits longest, here and now; false when none waits. */
    boolean runNext() {
        var next = next();
        next.forEach(Runnable::run);
        return !next.isEmpty();
    }

    /** Runs all, and what they put off in turn. */
    void runAll() {
        while (runNext()) {
            // Each run is the progress.
        }
    }

    private synchronized List<Runnable> next() {
        return waiting.isEmpty() ? List.of() : List.of(waiting.remove());
    }

    /** What was asked for so far, in order. */
    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public synchronized void close() {
        waiting.clear();
    }
}
