// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import rapporto.reading.linear.Ledger;
import rapporto.reading.linear.Ledger.Terms;

/** The data that may train, in the layouts in which it lies. Terms after {@code SOURCES.md} beside it. */
record Sources(Path data, Path corpus) {
    static final Map<String, String> UMSAB = new TreeMap<>(Map.of(
            "arabic",
            "ar",
            "english",
            "en",
            "french",
            "fr",
            "german",
            "de",
            "hindi",
            "hi",
            "italian",
            "it",
            "portuguese",
            "pt",
            "spanish",
            "es"));

    private static final int LANGUAGES = 18;

    /**
     * The own corpus without what is held out, answered by {@code answers}.
     *
     * @param publicPosts how much a public post weighs; 0 leaves them out
     */
    DataSet own(double publicPosts, Function<Corpus.Item, Long> answers) {
        var examples = new ArrayList<Labelled>();
        var files = new ArrayList<Path>();
        for (var language : Corpus.LANGUAGES) {
            files.add(corpus.resolve(language + ".tsv"));
            for (var item : Corpus.part(corpus, language, false)) {
                double weight = item.isPublicPost() ? publicPosts : 1;
                if (weight > 0) {
                    examples.add(new Labelled(item.example(language), answers.apply(item), weight));
                }
            }
        }
        return set("rapporto corpus", Terms.OWN, "Apache-2.0", files, examples);
    }

    /** A split of one language of UMSAB. */
    static List<Labelled> umsab(Path data, String folder, String split) {
        return pairs(data.resolve("umsab").resolve(folder), split, UMSAB.getOrDefault(folder, "und"));
    }

    DataSet umsab() {
        var examples = new ArrayList<Labelled>();
        var files = new ArrayList<Path>();
        for (var folder : UMSAB.keySet()) {
            examples.addAll(umsab(data, folder, "train"));
            files.add(data.resolve("umsab").resolve(folder).resolve("train_text.txt"));
        }
        return set("UMSAB", Terms.NON_COMMERCIAL, "research; Italian part CC BY-NC-SA", files, examples);
    }

    /** A split of one task of TweetEval. */
    static List<Labelled> tweetEval(Path data, String task, String split) {
        return pairs(data.resolve("tweeteval").resolve(task), split, "en");
    }

    DataSet tweetEval(String task) {
        var file = data.resolve("tweeteval").resolve(task).resolve("train_text.txt");
        return set("TweetEval " + task, Terms.RESEARCH, "research", List.of(file), tweetEval(data, task, "train"));
    }

    /** The validation splits of tweets' sentiment: texts of other sets are in them, and must not train what they measure. */
    List<Labelled> validation() {
        var texts = new ArrayList<Labelled>();
        for (var folder : UMSAB.keySet()) {
            if (Files.exists(data.resolve("umsab").resolve(folder).resolve("val_text.txt"))) {
                texts.addAll(umsab(data, folder, "val"));
            }
        }
        if (Files.exists(data.resolve("tweeteval/sentiment/val_text.txt"))) {
            texts.addAll(tweetEval(data, "sentiment", "val"));
        }
        return texts;
    }

    DataSet semEval() {
        var file = data.resolve("semeval2017/train_2013_2016_A.tsv");
        var examples = Lines.of(file).stream()
                .map(line -> line.split("\t", 2))
                .map(cells -> one(cells[1], "en", Corpus.SENTIMENTS.indexOf(cells[0])))
                .toList();
        return set("SemEval 2013-16 A", Terms.RESEARCH, "research", List.of(file), examples);
    }

    /** Polarity of SENTIPOLC, in the order of {@link Corpus#SENTIMENTS}; mixed ones left out. */
    DataSet sentipolc() {
        var examples = new ArrayList<Labelled>();
        for (var row : sentipolcRows()) {
            boolean glad = row.get(2).equals("1");
            boolean sorry = row.get(3).equals("1");
            if (!glad || !sorry) {
                examples.add(one(row.get(8), "it", glad ? 2 : sorry ? 0 : 1));
            }
        }
        return sentipolc(examples);
    }

    /** SENTIPOLC's four answers: subjective, positive, negative, ironic. */
    DataSet sentipolcAll() {
        return sentipolc(sentipolcRows().stream().map(Sources::sentipolcAnswers).toList());
    }

    /** The answers of a row whose columns 1 to 4 are subjective, positive, negative, ironic, and whose last is the text. */
    static Labelled sentipolcAnswers(List<String> row) {
        long answers = 0;
        for (int i = 0; i < 4; i++) {
            answers |= row.get(i + 1).equals("1") ? 1L << i : 0;
        }
        return new Labelled(Example.of(row.getLast(), "it"), answers, 1);
    }

    private List<List<String>> sentipolcRows() {
        var rows = Lines.csv(sentipolcFile(), '"');
        return rows.subList(1, rows.size());
    }

    private DataSet sentipolc(List<Labelled> examples) {
        return set("SENTIPOLC 2016", Terms.NON_COMMERCIAL, "CC BY-NC-SA 3.0 IT", List.of(sentipolcFile()), examples);
    }

    private Path sentipolcFile() {
        return data.resolve("sentipolc16/sentipolc16_officialdistrib_train.csv");
    }

    Emotions emotions() {
        return new Emotions(data);
    }

    static final List<String> ISSUES = List.of("bug", "feature", "question");

    /** Issues of NLBSE'24; the title counts twice. */
    static List<Labelled> issues(Path file) {
        var rows = Lines.csv(file, '"');
        return rows.subList(1, rows.size()).stream().map(Sources::issue).toList();
    }

    private static Labelled issue(List<String> row) {
        var text = row.get(3) + "\n" + row.get(3) + "\n" + row.get(4);
        var example = new Example(text, "en", List.of("repository:" + row.getFirst()), text);
        return new Labelled(example, 1L << ISSUES.indexOf(row.get(2)), 1);
    }

    DataSet issues() {
        var file = data.resolve("nlbse24/issues_train.csv.gz");
        return set("NLBSE'24", Terms.RESEARCH, "none stated", List.of(file), issues(file));
    }

    /** What the language table of a build learns from beside the corpus and GoEmotions. */
    List<Ledger.Source> languages(Build build) {
        if (build == Build.RESEARCH) {
            return List.of();
        }
        var sources = new ArrayList<Ledger.Source>();
        sources.add(new Ledger.Source("Lingua 1.2.2 n-grams", Terms.PERMISSIVE, "Apache-2.0", LANGUAGES, "in its jar"));
        for (var name : List.of("single-words", "word-pairs", "sentences")) {
            var file = data.resolve("lid").resolve(name + ".tsv");
            sources.add(new Ledger.Source(
                    "Lingua " + name,
                    Terms.PERMISSIVE,
                    "Apache-2.0",
                    Lines.of(file).size(),
                    Lines.digest(List.of(file))));
        }
        return sources;
    }

    private static List<Labelled> pairs(Path folder, String split, String language) {
        var texts = Lines.of(folder.resolve(split + "_text.txt"));
        var labels = Lines.of(folder.resolve(split + "_labels.txt"));
        if (texts.size() != labels.size()) {
            throw new IllegalArgumentException("%s of %s has %d texts and %d labels, wanted as many"
                    .formatted(split, folder.getFileName(), texts.size(), labels.size()));
        }
        var examples = new ArrayList<Labelled>();
        for (int i = 0; i < texts.size(); i++) {
            examples.add(
                    one(texts.get(i), language, Integer.parseInt(labels.get(i).strip())));
        }
        return examples;
    }

    private static Labelled one(String text, String language, int answer) {
        return new Labelled(Example.of(text, language), 1L << answer, 1);
    }

    static DataSet set(String name, Terms terms, String licence, List<Path> files, List<Labelled> examples) {
        return new DataSet(new Ledger.Source(name, terms, licence, examples.size(), Lines.digest(files)), examples);
    }
}
