// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rapporto.reading.linear.Model;
import rapporto.reading.trained.TrainedReader;

/**
 * Public benchmarks, each by its own metric, of whatever lies in a folder: test splits where they are, else validation.
 *
 * @param models by build
 * @param training where the baselines' training data lies, if anywhere
 */
record Benchmarks(Path data, Map<Build, Model> models, Optional<Path> training, Report report) {
    private static final List<String> SPLITS = List.of("test", "val");

    /** Everything that is there; what is missing is named. */
    void run() {
        new Umsab(data, models, training, report).run();
        tweetEval();
        emotions();
        issues();
        sentipolc();
        hateCheck();
    }

    /** The split that a folder holds, the test split before the other. */
    static Optional<String> split(Path folder) {
        return SPLITS.stream()
                .filter(split -> Files.exists(folder.resolve(split + "_text.txt"))
                        && Files.exists(folder.resolve(split + "_labels.txt")))
                .findFirst();
    }

    private void missing(String what) {
        report.note("missing: " + what);
    }

    private void tweetEval() {
        tweetEval("sentiment", "tweeteval sentiment", 3);
        tweetEval("offensive", "offensive", 2);
        tweetEval("emotion", "emotion", 4);
        tweetEval("irony", "irony", 2);
    }

    private void tweetEval(String task, String headName, int classes) {
        var split = split(data.resolve("tweeteval").resolve(task));
        var model = models.get(Build.RESEARCH);
        if (split.isEmpty()) {
            missing("tweeteval/%s/test_*.txt".formatted(task));
        } else if (model != null) {
            var judged = Judgement.of(model, model.head(headName), Sources.tweetEval(data, task, split.get()));
            var metric =
                    switch (task) {
                        case "sentiment" -> Metric.macroRecall(judged.gold, judged.said, classes);
                        case "irony" -> Metric.f1(judged.gold, judged.said, 1);
                        default -> Metric.macroF1(judged.gold, judged.said, classes);
                    };
            var name = task.equals("sentiment") ? "macroRecall" : task.equals("irony") ? "f1" : "macroF1";
            report.add("tweeteval", task, word(Build.RESEARCH), headName, name, metric, judged.size());
        }
    }

    private void emotions() {
        var folder = data.resolve("goemotions");
        var file = List.of("test.tsv", "dev.tsv").stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .findFirst();
        if (file.isEmpty()) {
            missing("goemotions/test.tsv");
            return;
        }
        var model = models.get(Build.RESEARCH);
        if (model != null) {
            var head = model.head(Build.EMOTIONS);
            var judged = Judgement.of(model, head, new Emotions(data).read(file.get()));
            var each = IntStream.range(0, head.outputs().size())
                    .mapToObj(i -> Metric.f1(Metric.bit(judged.goldAnswers, i), Metric.bit(judged.saidAnswers, i), 1))
                    .toList();
            // One head in both rows: it learnt from permissive data alone, so it is what a shipped one would be.
            for (var build : Build.values()) {
                report.add("goemotions", "all", word(build), head.name(), "macroF1", Metric.mean(each), judged.size());
                report.add(
                        "goemotions",
                        "gratitude",
                        word(build),
                        head.name(),
                        "f1",
                        each.get(head.output("gratitude")),
                        judged.size());
            }
        }
    }

    private void issues() {
        var file = data.resolve("nlbse24/issues_test.csv.gz");
        var model = models.get(Build.RESEARCH);
        if (!Files.exists(file)) {
            missing("nlbse24/issues_test.csv.gz");
        } else if (model != null) {
            var examples = Sources.issues(file);
            var judged = Judgement.of(model, model.head("issues"), examples);
            var repositories = examples.stream()
                    .map(one -> one.example().circumstances().getFirst())
                    .toList();
            var macro = Metric.macroF1(judged.gold, judged.said, 3);
            var each = repositories.stream()
                    .distinct()
                    .map(name -> within(macro, repositories, name))
                    .toList();
            report.add("nlbse24", "all", word(Build.RESEARCH), "issues", "macroF1", Metric.mean(each), judged.size());
        }
    }

    private static Metric within(Metric metric, List<String> places, String place) {
        return items -> metric.of(Arrays.stream(items)
                .filter(item -> places.get(item).equals(place))
                .toArray());
    }

    /** The official F of each task of SENTIPOLC 2016: that of both answers averaged, polarity over positive and negative. */
    private void sentipolc() {
        var model = models.get(Build.RESEARCH);
        var gold = Folder.files(data.resolve("sentipolc16"), name -> name.contains("gold"));
        if (gold.isEmpty()) {
            missing("sentipolc16/*gold*");
        } else if (model != null) {
            var rows = Lines.csv(gold.getFirst(), '\\').stream()
                    .filter(row -> row.size() >= 9)
                    .toList();
            var examples = rows.stream().map(Sources::sentipolcAnswers).toList();
            var head = model.head("sentipolc");
            var judged = Judgement.of(model, head, examples);
            var each = IntStream.range(0, 4)
                    .mapToObj(i ->
                            Metric.macroF1(Metric.bit(judged.goldAnswers, i), Metric.bit(judged.saidAnswers, i), 2))
                    .toList();
            report.add("sentipolc16", "subjectivity", "research", head.name(), "macroF1", each.get(0), judged.size());
            report.add(
                    "sentipolc16",
                    "polarity",
                    "research",
                    head.name(),
                    "macroF1",
                    Metric.mean(List.of(each.get(1), each.get(2))),
                    judged.size());
            report.add("sentipolc16", "irony", "research", head.name(), "macroF1", each.get(3), judged.size());
        }
    }

    /** Multilingual HateCheck, against the toxicity head: F1 of hateful, and how much of the harmless is left alone. */
    private void hateCheck() {
        var files = Folder.files(data.resolve("multilingual-hatecheck"), name -> name.endsWith(".tsv"));
        if (files.isEmpty()) {
            missing("multilingual-hatecheck/*.tsv");
        }
        var model = models.get(Build.SHIPPED);
        for (var file : files) {
            HateCheck.read(file).forEach((language, examples) -> {
                if (model != null && model.head(TrainedReader.TOXICITY).reads(language)) {
                    var judged = Judgement.of(model, model.head(TrainedReader.TOXICITY), examples);
                    var gold = Metric.bit(judged.goldAnswers, 0);
                    var said = Metric.bit(judged.saidAnswers, 0);
                    report.add(
                            "multilingual-hatecheck",
                            language,
                            "shipped",
                            "toxicity",
                            "f1",
                            Metric.f1(gold, said, 1),
                            judged.size());
                    report.add(
                            "multilingual-hatecheck",
                            language,
                            "shipped",
                            "toxicity",
                            "recall of harmless",
                            Metric.recall(gold, said, 0),
                            judged.size());
                }
            });
        }
    }

    static String word(Build build) {
        return build.name().toLowerCase(Locale.ROOT);
    }
}
