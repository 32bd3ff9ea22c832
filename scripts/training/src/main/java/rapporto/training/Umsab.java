// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rapporto.reading.linear.Model;
import rapporto.reading.trained.TrainedReader;

/**
 * UMSAB: sentiment of tweets in eight languages, by macro-F1 of each and their mean.
 *
 * @param training where the baselines' training data lies, if anywhere
 */
record Umsab(Path data, Map<Build, Model> models, Optional<Path> training, Report report) {
    void run() {
        var byLanguage = new LinkedHashMap<String, List<Labelled>>();
        for (var folder : Sources.UMSAB.keySet()) {
            var split = Benchmarks.split(data.resolve("umsab").resolve(folder));
            if (split.isEmpty()) {
                report.note("missing: umsab/%s/test_*.txt".formatted(folder));
            } else {
                byLanguage.put(folder, Sources.umsab(data, folder, split.get()));
            }
        }
        models.forEach((build, model) -> measure(build, model, byLanguage));
        byLanguage.forEach(this::baselines);
    }

    private void measure(Build build, Model model, Map<String, List<Labelled>> byLanguage) {
        var head = model.head(TrainedReader.SENTIMENT);
        var all = new ArrayList<Labelled>();
        byLanguage.forEach((folder, examples) -> {
            var language = Sources.UMSAB.getOrDefault(folder, "und");
            if (!head.reads(language)) {
                report.note("umsab %s: %s says unknown".formatted(folder, Benchmarks.word(build)));
                return;
            }
            all.addAll(examples);
            var judged = Judgement.of(model, head, examples);
            report.add(
                    "umsab",
                    folder,
                    Benchmarks.word(build),
                    head.name(),
                    "macroF1",
                    Metric.macroF1(judged.gold, judged.said, 3),
                    judged.size());
        });
        var judged = Judgement.of(model, head, all);
        report.add(
                "umsab",
                "all",
                Benchmarks.word(build),
                head.name(),
                "macroF1",
                meanByLanguage(all, judged),
                all.size());
        report.add(
                "umsab",
                "all",
                Benchmarks.word(build),
                head.name(),
                "ece",
                Metric.calibrationError(judged.probabilities, judged.right),
                all.size());
    }

    /** The benchmark's mean: macro-F1 of each language, averaged. */
    private static Metric meanByLanguage(List<Labelled> examples, Judgement judged) {
        var languages = examples.stream()
                .map(one -> one.example().language())
                .distinct()
                .toList();
        var place = examples.stream()
                .mapToInt(one -> languages.indexOf(one.example().language()))
                .toArray();
        var macro = Metric.macroF1(judged.gold, judged.said, 3);
        return items -> IntStream.range(0, languages.size())
                .mapToDouble(language -> macro.of(Arrays.stream(items)
                        .filter(item -> place[item] == language)
                        .toArray()))
                .average()
                .orElse(0);
    }

    private void baselines(String folder, List<Labelled> examples) {
        var train = training.map(path -> path.resolve("umsab").resolve(folder));
        if (train.isEmpty() || !Files.exists(train.get().resolve("train_text.txt"))) {
            return;
        }
        var known = Sources.umsab(training.get(), folder, "train");
        baseline(folder, "majority", Baseline.majority(known), examples);
        baseline(folder, "opennlp", Baseline.openNlp(known, Sources.UMSAB.getOrDefault(folder, "en")), examples);
    }

    private void baseline(String part, String name, Baseline baseline, List<Labelled> examples) {
        var judged = Judgement.of(baseline, examples);
        report.add(
                "umsab",
                part,
                name,
                TrainedReader.SENTIMENT,
                "macroF1",
                Metric.macroF1(judged.gold, judged.said, 3),
                judged.size());
    }
}
