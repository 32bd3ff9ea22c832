// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rapporto.alert.Alert;
import rapporto.alert.AlertMessage;
import rapporto.alert.AlertRenderer;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Understood;
import rapporto.policy.Evidence;
import rapporto.policy.Rule;

/** Writes the alert of a concern, with what its person did before. */
final class AlertWriter {
    private final History history;
    private final AlertRenderer renderer;

    AlertWriter(History history, AlertRenderer renderer) {
        this.history = history;
        this.renderer = renderer;
    }

    AlertMessage write(Concern concern, Understood about, Rule rule, Evidence evidence, String team, Moment moment) {
        var entry = Entry.of(about.interaction(), about.reading());
        return renderer.render(new Alert(
                concern.alertId(),
                concern.dedupKey(),
                moment.now(),
                rule,
                evidence,
                entry,
                about.reading().language().value(),
                recent(concern, entry),
                team,
                moment.dueAt(),
                moment.occurrences()));
    }

    /** The index may lag: what it already has of this very interaction is left out, so none is shown twice. */
    private List<Entry> recent(Concern concern, Entry about) {
        var page = history.timeline(concern.who(), Optional.empty(), Alert.RECENT + 1);
        return page.entries().stream()
                .filter(entry -> !entry.key().equals(about.key()))
                .limit(Alert.RECENT)
                .toList();
    }

    /**
     * When an alert is raised, until when its answer is promised, and what it stands for.
     *
     * @param occurrences how many interactions fed the concern so far
     */
    record Moment(Instant now, Instant dueAt, int occurrences) {}
}
