// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.util.List;
import rapporto.reading.Intent;
import rapporto.reading.linear.Head.Form;
import rapporto.reading.trained.TrainedReader;
import rapporto.training.Task.Aim;

/** What is trained together. */
enum Build {
    /** What the system reads with: permissive data and the own corpus alone. */
    SHIPPED(1_400_000) {
        @Override
        List<Task> tasks(Sources from) {
            return List.of(
                    new Task(
                            TrainedReader.SENTIMENT,
                            Form.ONE,
                            Corpus.SENTIMENTS,
                            Corpus.LANGUAGES,
                            false,
                            0.1,
                            Aim.LIKELIEST,
                            List.of(
                                    from.emotions().feelings().balanced(3, 0.3),
                                    from.own(2, Build::sentiment).withoutLinks().balanced(3, 1))),
                    own(
                            TrainedReader.PRIMARY,
                            Form.ONE,
                            Corpus.INTENTS,
                            Aim.LIKELIEST,
                            from.own(PUBLIC_POSTS, item -> bit(item.intents().getFirst()))),
                    own(
                            TrainedReader.INTENTS,
                            Form.ANY,
                            Corpus.INTENTS,
                            Aim.F1,
                            from.own(PUBLIC_POSTS, Build::intents)),
                    own(
                            TrainedReader.URGENCY,
                            Form.ORDINAL,
                            List.of("1", "2", "3"),
                            Aim.RECALL,
                            from.own(PUBLIC_POSTS, item -> (1L << item.urgency()) - 1)),
                    own(
                            TrainedReader.TOXICITY,
                            Form.ANY,
                            List.of("toxic"),
                            Aim.F1,
                            from.own(1, item -> item.toxic() ? 1L : 0)));
        }
    },
    /** All data, to measure on public benchmarks; never packaged. */
    RESEARCH(12_000_000) {
        @Override
        List<Task> tasks(Sources from) {
            return List.of(
                    tweets(from, languages()),
                    english(
                            "tweeteval sentiment",
                            Form.ONE,
                            Corpus.SENTIMENTS,
                            0.3,
                            from.semEval().without(from.validation()).balanced(3, 1)),
                    english(
                            "offensive",
                            Form.ONE,
                            List.of("clean", "offensive"),
                            0.3,
                            from.tweetEval("offensive").balanced(2, 1)),
                    english(
                            "emotion",
                            Form.ONE,
                            List.of("anger", "joy", "optimism", "sadness"),
                            1,
                            from.tweetEval("emotion")),
                    english("irony", Form.ONE, List.of("plain", "ironic"), 0.3, from.tweetEval("irony")),
                    english(
                            Build.EMOTIONS,
                            Form.ANY,
                            from.emotions().names(),
                            0.2,
                            from.emotions().all()),
                    english("issues", Form.ONE, Sources.ISSUES, 1, from.issues()),
                    sentipolc(from));
        }
    };

    /** What a public post weighs beside an item to an organisation where intents and urgency are learned. */
    private static final double PUBLIC_POSTS = 0.3;

    /** Name of the head that tells the emotions of GoEmotions. */
    static final String EMOTIONS = "emotions";

    private final int entries;

    Build(int entries) {
        this.entries = entries;
    }

    /** The heads that it trains. */
    abstract List<Task> tasks(Sources from);

    /** The languages that its heads may read. */
    List<String> languages() {
        return switch (this) {
            case SHIPPED -> Corpus.LANGUAGES;
            case RESEARCH -> List.of("ar", "de", "en", "es", "fr", "hi", "it", "pt");
        };
    }

    /** How many weights its model keeps. */
    int entries() {
        return entries;
    }

    private static long sentiment(Corpus.Item item) {
        return 1L << Corpus.SENTIMENTS.indexOf(item.sentiment());
    }

    private static long intents(Corpus.Item item) {
        return item.intents().stream().mapToLong(Build::bit).sum();
    }

    private static long bit(Intent intent) {
        return 1L << Corpus.INTENTS.indexOf(intent.word());
    }

    private static Task own(String name, Form form, List<String> outputs, Aim aim, DataSet set) {
        return new Task(name, form, outputs, Corpus.LANGUAGES, true, 1, aim, List.of(set));
    }

    private static Task tweets(Sources from, List<String> languages) {
        var measured = from.validation();
        var sets = List.of(
                from.umsab(),
                from.semEval().without(measured).balanced(3, 0.5),
                from.sentipolc().without(measured).balanced(3, 1),
                from.emotions().feelings().balanced(3, 0.3));
        return new Task(
                TrainedReader.SENTIMENT, Form.ONE, Corpus.SENTIMENTS, languages, true, 0.3, Aim.LIKELIEST, sets);
    }

    private static Task sentipolc(Sources from) {
        var answers = List.of("subjective", "positive", "negative", "ironic");
        var sets = List.of(from.sentipolcAll());
        return new Task("sentipolc", Form.ANY, answers, List.of("it"), false, 0.3, Aim.F1, sets);
    }

    private static Task english(String name, Form form, List<String> outputs, double cost, DataSet set) {
        var aim = form == Form.ONE ? Aim.LIKELIEST : Aim.F1;
        return new Task(name, form, outputs, List.of("en"), false, cost, aim, List.of(set));
    }
}
