// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapporto.reading.Intent;
import rapporto.reading.Item.Answered;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;

/** What the thread says of an item that its own words do not (label guide, {@code answer}). */
final class Threads {
    private static final double CANDIDATE = 0.5;

    private Threads() {}

    /**
     * A reply by another member to a question is a candidate answer when its words say nothing else; who
     * answers their own question does not answer somebody.
     */
    static List<Label<Intent>> settle(List<Label<Intent>> intents, Optional<Answered> answers) {
        boolean bare = intents.size() == 1 && intents.getFirst().value() == Intent.CHAT;
        if (answers.isEmpty()) {
            return intents;
        }
        var to = answers.get();
        if (bare
                && !to.own()
                && to.intent() == Intent.QUESTION
                && intents.getFirst().score() < CANDIDATE) {
            return List.of(new Label<>(Intent.ANSWER, CANDIDATE, LabelSource.THREAD, List.of()));
        }
        if (to.own() && to.intent() == Intent.QUESTION) {
            return withoutAnswer(intents);
        }
        return intents;
    }

    private static List<Label<Intent>> withoutAnswer(List<Label<Intent>> intents) {
        var rest = new ArrayList<>(intents);
        rest.removeIf(label -> label.value() == Intent.ANSWER);
        return rest.isEmpty() ? List.of(new Label<>(Intent.CHAT, CANDIDATE, LabelSource.THREAD, List.of())) : rest;
    }
}
