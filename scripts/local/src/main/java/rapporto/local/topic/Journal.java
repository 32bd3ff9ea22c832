// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.List;

/** Where entries are kept beyond this process, if anywhere. */
interface Journal extends AutoCloseable {
    /** Keeps nothing: memory is all there is. */
    static Journal none() {
        return new Journal() {
            @Override
            public void promise(List<? extends Entry> entries) {}

            @Override
            public void note(Entry entry) {}

            @Override
            public void close() {}
        };
    }

    /**
     * Keeps all of {@code entries}; on the disk when it returns.
     *
     * @throws java.io.UncheckedIOException when the disk does not take them; none of them counts then
     */
    void promise(List<? extends Entry> entries);

    /** Keeps an entry whose loss in a crash only repeats work. */
    void note(Entry entry);

    @Override
    void close();
}
