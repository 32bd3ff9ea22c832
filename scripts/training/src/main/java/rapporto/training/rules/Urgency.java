// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.util.ArrayList;
import java.util.List;
import rapporto.reading.Label;
import rapporto.training.rules.RuleReader.Evidence;

/** How urgent an item is, from the named parts that were found (label guide, urgency and settled points). */
final class Urgency {
    private static final int NOW = 3;
    private static final int TODAY = 2;

    private Urgency() {}

    static Label<Integer> of(Evidence evidence) {
        if (evidence.has(Cue.SPAM)) {
            return Label.byRule(0, 0.8, List.of());
        }
        int level = 0;
        double score = 0.5;
        var reasons = new ArrayList<String>();
        for (var cue : Cue.values()) {
            if (!evidence.has(cue)) {
                continue;
            }
            int own = urgency(cue, evidence);
            var label = evidence.label(cue, own);
            if (own > level) {
                level = own;
                score = label.score();
                reasons.clear();
            }
            if (own == level && own > 0) {
                label.words().stream().filter(word -> !reasons.contains(word)).forEach(reasons::add);
            }
        }
        return Label.byRule(level, score, reasons.subList(0, Math.min(reasons.size(), 5)));
    }

    /** What a cue comes to beside the others. */
    private static int urgency(Cue cue, Evidence evidence) {
        boolean dated = evidence.has(Cue.DEADLINE);
        return switch (cue) {
            case LEGAL -> dated ? NOW : cue.urgency();
            case SPREADING -> evidence.has(Cue.PRESS) ? NOW : cue.urgency();
            case BLOCKED -> evidence.has(Cue.PATIENT) ? 1 : cue.urgency();
            case IDEA -> dated ? TODAY : cue.urgency();
            case DANGER,
                    LEAK,
                    FRAUD,
                    HARASSMENT,
                    CAMPAIGN,
                    OUTAGE,
                    PRESS,
                    JOB,
                    OFFER,
                    PROBLEM,
                    COMPLAINT,
                    QUESTION,
                    RHETORICAL,
                    PRAISE,
                    THANKS,
                    SPAM,
                    DEADLINE,
                    PATIENT,
                    TOXIC -> cue.urgency();
        };
    }
}
