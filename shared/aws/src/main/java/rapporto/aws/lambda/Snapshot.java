// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import java.io.PrintStream;
import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import rapporto.json.Json;

/**
 * What a function does around a snapshot of its process (SnapStart): before it is taken, it rehearses and then forgets;
 * once restored, it has nothing to undo, so its first request finds nothing old. Its handler must keep it: the runtime
 * holds it weakly.
 */
public final class Snapshot implements Resource {
    private final Runnable rehearse;
    private final Runnable forget;
    private final PrintStream log;

    Snapshot(Runnable rehearse, Runnable forget, PrintStream log) {
        this.rehearse = rehearse;
        this.forget = forget;
        this.log = log;
    }

    /**
     * One that the runtime knows, where there is one that takes snapshots.
     *
     * @param rehearse does in earnest what a request does, and reaches nobody; where it throws, no version is published
     * @param forget drops all that is secret or will be out of date
     */
    public static Snapshot known(Runnable rehearse, Runnable forget, PrintStream log) {
        var snapshot = new Snapshot(rehearse, forget, log);
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        long began = System.nanoTime();
        rehearse.run();
        forget.run();
        var took = Duration.ofNanos(System.nanoTime() - began);
        log.println(Json.write(
                Json.object().put("level", "INFO").put("event", "snapshot").put("rehearsedMillis", took.toMillis())));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        log.println(Json.write(Json.object().put("level", "INFO").put("event", "restored")));
    }
}
