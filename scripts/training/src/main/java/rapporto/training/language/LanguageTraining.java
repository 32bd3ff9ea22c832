// SPDX-License-Identifier: Apache-2.0
package rapporto.training.language;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapporto.reading.language.Certainty;
import rapporto.reading.language.LanguageIdentifier;
import rapporto.reading.language.LanguageTable;
import rapporto.reading.linear.Envelope;

/**
 * Trains the table by which languages are told apart, and measures it. Everything drawn has a fixed seed: the same sources
 * give the same bytes.
 */
public final class LanguageTraining {
    private static final int FOLDS = 5;
    private static final Certainty PLAIN = new Certainty((float) TableBuilder.STEP, 0, 0);

    private static final List<String> LID = List.of("single-words", "word-pairs", "sentences");
    private static final int COMMENTS = 4_000;

    private static final int DRAWS = 300_000;
    private static final double RATE = 0.3;
    private static final double LATER_RATE = 0.1;
    private static final double TEXTS_OF_PEOPLE = 0.3;

    private static final List<Alphabet> ALPHABETS = List.of(
            new Alphabet("en it es fr de pt nl pl ro ca sv da nb fi cs tr", 4_000_000, 330_000),
            new Alphabet("ru uk", 500_000, 25_000));

    /**
     * What is learned of one alphabet.
     *
     * @param names of its languages, with spaces between
     * @param steps of learning from drawn words; as many follow with texts of people
     * @param entries that the table has room for
     */
    private record Alphabet(String names, long steps, int entries) {
        List<String> languages() {
            return List.of(names.split(" ", -1));
        }
    }

    /** An alphabet's languages, learned from drawn words alone so far. */
    private record Begun(Alphabet alphabet, Learner learner, Regression regression) {
        static Begun of(Alphabet alphabet) {
            try {
                var models = new ArrayList<LinguaModel>();
                for (var language : alphabet.languages()) {
                    models.add(LinguaModel.of(language));
                }
                var learner = new Learner(alphabet.languages(), models, DRAWS);
                return new Begun(alphabet, learner, learner.drawn(alphabet.steps, RATE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void finish(List<Texts.Labelled> texts, TableBuilder builder) {
            var own = regression.copy();
            var examples = learner.examples(texts);
            learner.learn(own, examples, TEXTS_OF_PEOPLE, alphabet.steps / 2, LATER_RATE);
            learner.prune(own, alphabet.entries);
            learner.learn(own, examples, TEXTS_OF_PEOPLE, alphabet.steps / 2, LATER_RATE);
            builder.add(learner, own);
        }
    }

    /** What was learned without one part of the labelled texts, and what it says of that part. */
    private record Fold(TableBuilder builder, List<List<Texts.Labelled>> left, List<Calibration.Observation> seen) {}

    private final List<Begun> begun;
    private final List<Texts.Labelled> always;
    private final List<List<Texts.Labelled>> lid;

    private LanguageTraining(Path data, Path corpus) {
        always = Stream.concat(
                        Texts.corpus(corpus, false).stream(),
                        Texts.comments(data.resolve("goemotions", "train.tsv"), COMMENTS).stream())
                .toList();
        lid = LID.stream()
                .map(name -> Texts.lines(data.resolve("lid", name + ".tsv")))
                .toList();
        begun = ALPHABETS.stream().map(Begun::of).toList();
    }

    /**
     * Trains the table and measures it by five folds of the labelled texts.
     *
     * @param data holds {@code lid} and {@code goemotions}
     * @param corpus the project's own
     * @param out where the accuracy of the folds goes
     * @return the file of the table, as {@code LanguageIdentifier} is read from an envelope
     */
    public static byte[] train(Path data, Path corpus, int version, PrintStream out) {
        var training = new LanguageTraining(data, corpus);
        var folds =
                IntStream.range(0, FOLDS).parallel().mapToObj(training::fold).toList();
        var report = new Report(out);
        for (int i = 0; i < LID.size(); i++) {
            report.folds(LID.get(i), results(folds, i));
        }
        var certainty = Calibration.fit(
                folds.stream().flatMap(fold -> fold.seen.stream()).toList());
        var table = training.table(training.lid.stream().flatMap(List::stream), certainty);
        return Envelope.seal(version, table::write);
    }

    private Fold fold(int number) {
        var left = lid.stream().map(texts -> part(texts, number, true)).toList();
        var builder = builder(lid.stream().flatMap(texts -> part(texts, number, false).stream()));
        var seen = left.stream()
                .flatMap(texts -> Calibration.observe(builder.build(PLAIN), texts).stream())
                .toList();
        return new Fold(builder, left, seen);
    }

    private static List<Texts.Labelled> part(List<Texts.Labelled> texts, int number, boolean left) {
        return IntStream.range(0, texts.size())
                .filter(line -> (line % FOLDS == number) == left)
                .mapToObj(texts::get)
                .toList();
    }

    /** What each fold says of its own part, its certainty being that of the others. */
    private static List<Report.Outcome> results(List<Fold> folds, int kind) {
        var outcomes = new ArrayList<Report.Outcome>();
        for (int number = 0; number < folds.size(); number++) {
            int own = number;
            var fold = folds.get(own);
            var others = IntStream.range(0, folds.size())
                    .filter(other -> other != own)
                    .boxed()
                    .flatMap(other -> folds.get(other).seen.stream())
                    .toList();
            var identifier = new LanguageIdentifier(fold.builder.build(Calibration.fit(others)));
            outcomes.addAll(Report.outcomes(identifier, fold.left.get(kind)));
        }
        return outcomes;
    }

    private LanguageTable table(Stream<Texts.Labelled> texts, Certainty certainty) {
        return builder(texts).build(certainty);
    }

    private TableBuilder builder(Stream<Texts.Labelled> texts) {
        var all = Stream.concat(always.stream(), texts).toList();
        var builder = new TableBuilder();
        begun.forEach(one -> one.finish(all, builder));
        return builder;
    }
}
