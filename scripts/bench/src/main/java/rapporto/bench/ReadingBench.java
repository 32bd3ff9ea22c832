// SPDX-License-Identifier: Apache-2.0
package rapporto.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rapporto.interaction.Words;
import rapporto.reading.Item;
import rapporto.reading.Reading;
import rapporto.reading.language.Identified;
import rapporto.reading.language.LanguageIdentifier;
import rapporto.reading.trained.PackagedReader;
import rapporto.reading.trained.TrainedReader;

/** A whole reading of an item of about 120 characters, its language alone, and one head of OpenNLP on the same items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBench {
    private static final List<String> TEXTS = List.of(
            "Buongiorno, la caldaia che avete montato martedì perde acqua da ieri sera e nessuno risponde al numero verde.",
            "Since this morning's update the export button does nothing at all, on two laptops; is anybody else seeing this?",
            "Grazie mille a Chiara dello sportello: in dieci minuti ha sistemato quello che non si muoveva da tre settimane!",
            "It would be lovely if the calendar let us hide the weekends, half of our volunteers only ever look at weekdays.");

    private final TrainedReader reader = PackagedReader.load();
    private final LanguageIdentifier languages = PackagedReader.languages();
    private final Categoriser openNlp = Categoriser.trained();
    private int next;

    /** Language, sentiment, intents, urgency, toxicity, and the words that decided. */
    @Benchmark
    public Reading everything() {
        return reader.read(Item.of(Words.of("", text())));
    }

    /** Language alone. */
    @Benchmark
    public Identified language() {
        return languages.identify(text(), Optional.empty());
    }

    /** One head of OpenNLP's document categoriser, without any language or reason. */
    @Benchmark
    public String openNlpOneHead() {
        return openNlp.best(text());
    }

    private String text() {
        next = (next + 1) % TEXTS.size();
        return TEXTS.get(next);
    }
}
