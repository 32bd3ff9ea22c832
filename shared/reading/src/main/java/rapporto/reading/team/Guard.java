// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import rapporto.correction.Judgement;
import rapporto.correction.Lesson;
import rapporto.correction.Trial;
import rapporto.correction.Trial.Points;
import rapporto.reading.Item;
import rapporto.reading.Reader;
import rapporto.reading.Reading;

/** Tries a layer out: in five parts on the lessons that it is made from, and on items that nothing learns from. */
public final class Guard {
    /** What a layer can change; the language is told by other means. */
    private static final List<String> HEADS =
            Judgement.HEADS.stream().filter(head -> !head.equals("language")).toList();

    private final List<Lesson> core;

    /** @param core items that neither the model nor any layer learns from */
    public Guard(List<Lesson> core) {
        this.core = List.copyOf(core);
    }

    /** Makes readers for a trial. */
    public interface Readers {
        /** The model alone. */
        Reader base();

        /** The model with the layer itself. */
        Reader whole();

        /** The model with what is learnt from the lessons that {@code wanted} says, without labels for duplicates. */
        Reader learnt(IntPredicate wanted);
    }

    /**
     * The trial of what is learnt from {@code lessons}.
     *
     * @param hashes {@link rapporto.reading.features.Simhash} of each lesson's text
     */
    public Trial trial(List<Lesson> lessons, long[] hashes, Readers readers) {
        var base = readers.base();
        var whole = readers.whole();
        var points = new ArrayList<Points>();
        for (var head : HEADS) {
            var asked = core.stream()
                    .filter(lesson -> lesson.judgement().head().equals(head))
                    .toList();
            points.add(new Points(head, share(right(asked, base), asked), share(right(asked, whole), asked)));
        }
        return new Trial(lessons.size(), folds(lessons, hashes, readers), points);
    }

    private static Points folds(List<Lesson> lessons, long[] hashes, Readers readers) {
        var folds = Folds.of(hashes);
        int before = 0;
        int after = 0;
        var asked = new ArrayList<Lesson>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int held = fold;
            var own = IntStream.range(0, lessons.size())
                    .filter(i -> folds.contains(held, i))
                    .mapToObj(lessons::get)
                    .filter(lesson -> HEADS.contains(lesson.judgement().head()))
                    .toList();
            if (!own.isEmpty()) {
                before += right(own, readers.base());
                after += right(own, readers.learnt(i -> !folds.contains(held, i)));
                asked.addAll(own);
            }
        }
        return new Points("folds", share(before, asked), share(after, asked));
    }

    private static int right(List<Lesson> lessons, Reader reader) {
        var readings = new HashMap<Item, Reading>();
        int right = 0;
        for (var lesson : lessons) {
            var reading = readings.computeIfAbsent(lesson.item(), reader::read);
            right += lesson.judgement().agrees(reading) ? 1 : 0;
        }
        return right;
    }

    private static double share(int right, List<Lesson> asked) {
        return asked.isEmpty() ? 0 : 100.0 * right / asked.size();
    }
}
