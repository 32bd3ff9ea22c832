// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import java.util.Optional;
import rapporto.reading.Intent;

/**
 * What a phrase is a sign of: the intent that it makes hold, and how urgent it is by itself (label guide, urgency and
 * settled points).
 */
enum Cue {
    /** Danger to people, self-harm. */
    DANGER(Intent.RISK, 3),
    /** A data leak or a security hole. */
    LEAK(Intent.RISK, 3),
    FRAUD(Intent.RISK, 3),
    /** A legal step; with a date it is urgent 3. */
    LEGAL(Intent.RISK, 2),
    /** Discrimination or harassment without immediate danger. */
    HARASSMENT(Intent.RISK, 2),
    /** A public campaign against us, announced. */
    CAMPAIGN(Intent.RISK, 3),
    /** Nothing works, for many. */
    OUTAGE(Intent.PROBLEM, 3),
    /** Anger that is shared, counted, or names media; with press or sponsors involved it is urgent 3. */
    SPREADING(Intent.COMPLAINT, 2),
    PRESS(Intent.PRESS, 1),
    JOB(Intent.JOB, 1),
    OFFER(Intent.OFFER, 1),
    PROBLEM(Intent.PROBLEM, 1),
    COMPLAINT(Intent.COMPLAINT, 1),
    IDEA(Intent.IDEA, 0),
    QUESTION(Intent.QUESTION, 1),
    /** Asked, but wants no answer: a complaint, and no question. */
    RHETORICAL(Intent.COMPLAINT, 1),
    PRAISE(Intent.PRAISE, 0),
    THANKS(Intent.THANKS, 0),
    SPAM(Intent.SPAM, 0),
    /** Somebody cannot go on, or says that it is urgent. */
    BLOCKED(2),
    /** A deadline of today or tomorrow. */
    DEADLINE(2),
    /** Says that it can wait. */
    PATIENT(0),
    TOXIC(0);

    private final Optional<Intent> intent;
    private final int urgency;

    Cue(Intent intent, int urgency) {
        this.intent = Optional.of(intent);
        this.urgency = urgency;
    }

    Cue(int urgency) {
        this.intent = Optional.empty();
        this.urgency = urgency;
    }

    Optional<Intent> intent() {
        return intent;
    }

    int urgency() {
        return urgency;
    }
}
