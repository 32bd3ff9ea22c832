// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import java.nio.file.Path;
import java.util.ArrayList;
import rapporto.reading.features.Featuriser;
import rapporto.reading.linear.Model;

/** Trains a build from scratch. The same input gives the same model. */
record Trainer(Path data, Path corpus, Path lexicon) {
    Model train(Build build, int version) {
        var words = Lexicons.read(lexicon, build.languages());
        var featuriser = new Featuriser(words);
        var trained = new ArrayList<TrainedHead>();
        var sources = new Sources(data, corpus);
        for (var task : build.tasks(sources)) {
            trained.add(TrainedHead.train(task, featuriser));
        }
        return Packing.pack(version, trained, sources.languages(build), words, build.entries());
    }
}
