// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import rapporto.correction.LayerBytes;
import rapporto.correction.LayerMaker;
import rapporto.correction.Lesson;
import rapporto.reading.Item;
import rapporto.reading.Reader;
import rapporto.reading.features.Simhash;
import rapporto.reading.features.Tokens;
import rapporto.reading.linear.Layer;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.ModelRefused;
import rapporto.reading.team.CorpusItems;
import rapporto.reading.team.Example;
import rapporto.reading.team.Guard;
import rapporto.reading.team.Mark;
import rapporto.reading.team.TeamLayer;
import rapporto.reading.team.TeamTraining;

/** Makes layers for the model that a reader reads with. */
public final class TeamLayers implements LayerMaker {
    private final TrainedReader reader;
    private final Model model;
    private final Guard guard;
    private final List<Item> anchors;

    /**
     * Makes layers for {@code reader}.
     *
     * @param guard tries the layers out
     * @param anchors on which a layer is held to what the model says
     */
    public TeamLayers(TrainedReader reader, Guard guard, List<Item> anchors) {
        this.reader = reader;
        this.model = reader.model();
        this.guard = guard;
        this.anchors = List.copyOf(anchors);
    }

    /** Makes layers for {@code reader}, with the items that are packaged. */
    public static TeamLayers packaged(TrainedReader reader) {
        return new TeamLayers(reader, new Guard(CorpusItems.core()), CorpusItems.anchors());
    }

    private record Marked(Lesson lesson, Mark mark) {}

    @Override
    public Made make(List<Lesson> lessons, Optional<LayerBytes> active) {
        var marked = withoutContradiction(lessons);
        var marks = marked.stream().map(Marked::mark).toList();
        var training = new TeamTraining(
                model,
                marked.stream().map(one -> example(one.lesson())).toList(),
                anchors.stream().map(this::anchor).toList());
        var whole = new TeamLayer(model.version(), training.learn(_ -> true), marks);
        var trial = guard.trial(
                marked.stream().map(Marked::lesson).toList(),
                marks.stream().mapToLong(Mark::hash).toArray(),
                new Tries(training, whole));
        var before = active.flatMap(this::weights).orElseGet(() -> Layer.none(model.outputs()));
        return new Made(whole.bytes(), trial, new TeamLayer(model.version(), before, marks).bytes());
    }

    /** Of the same text twice under one head, the first says what is right. */
    private static List<Marked> withoutContradiction(List<Lesson> lessons) {
        record Place(long hash, String head) {}
        var seen = new HashSet<Place>();
        return lessons.stream()
                .map(lesson -> new Marked(lesson, new Mark(hash(lesson), lesson.judgement())))
                .filter(one -> seen.add(
                        new Place(one.mark().hash(), one.lesson().judgement().head())))
                .toList();
    }

    private static long hash(Lesson lesson) {
        return Simhash.of(Tokens.of(lesson.item().words().passage()));
    }

    private Example example(Lesson lesson) {
        return new Example(reader.see(lesson.item(), Optional.empty()).scores(), Targets.of(lesson.judgement(), model));
    }

    private Example anchor(Item item) {
        return new Example(reader.see(item, Optional.empty()).scores(), List.of());
    }

    private Optional<Layer> weights(LayerBytes active) {
        try {
            return Optional.of(TeamLayer.read(active).weights()).filter(weights -> weights.fits(model));
        } catch (ModelRefused e) {
            return Optional.empty();
        }
    }

    /** Readers for the trial: none of them knows what was said of a text, so that only what was learnt is tried. */
    private final class Tries implements Guard.Readers {
        private final TeamTraining training;
        private final TeamLayer whole;

        Tries(TeamTraining training, TeamLayer whole) {
            this.training = training;
            this.whole = whole;
        }

        @Override
        public Reader base() {
            return item -> reader.read(item, Optional.empty());
        }

        @Override
        public Reader whole() {
            return with(whole.marked(List.of()));
        }

        @Override
        public Reader learnt(IntPredicate wanted) {
            return with(new TeamLayer(model.version(), training.learn(wanted), List.of()));
        }

        private Reader with(TeamLayer layer) {
            return item -> reader.read(item, Optional.of(layer));
        }
    }
}
