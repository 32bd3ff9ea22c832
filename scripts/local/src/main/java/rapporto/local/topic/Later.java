// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.time.Duration;

/** When things are done that nobody waits for. */
interface Later extends AutoCloseable {
    /** Runs {@code task} after {@code pause} and apart from the caller; never, once closed. */
    void after(Duration pause, Runnable task);

    /** Lets what runs come to its end and starts nothing more. */
    @Override
    void close();
}
