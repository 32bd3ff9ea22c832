// SPDX-License-Identifier: Apache-2.0
package rapporto.bench;

import java.util.Locale;
import rapporto.interaction.Words;
import rapporto.reading.Item;
import rapporto.reading.trained.PackagedReader;

/** One start of the reader in a fresh machine: prints load and first item in milliseconds, and heap in megabytes. */
public final class ColdReading {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGA = 1e6;

    private ColdReading() {}

    /** Measures once. */
    public static void main(String... arguments) {
        long began = System.nanoTime();
        var reader = PackagedReader.load();
        long loaded = System.nanoTime();
        var reading = reader.read(Item.of(Words.of("", "Buongiorno, la fattura di marzo è doppia, me la rimborsate?")));
        long read = System.nanoTime();
        var runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "%.1f %.2f %.1f %s%n",
                (loaded - began) / NANOS_PER_MILLI,
                (read - loaded) / NANOS_PER_MILLI,
                (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEGA,
                reading.primary().value().word());
    }
}
