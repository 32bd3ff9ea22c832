// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import rapporto.alert.AlertRenderer;
import rapporto.alert.Alerts;
import rapporto.history.Content;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.Interaction;
import rapporto.interaction.Origin;
import rapporto.policy.Decision;
import rapporto.settings.Settings;
import rapporto.tally.Tally;

/**
 * What the clock does each minute: publishes alerts that a crash left pending, and looks after questions that nobody
 * answered in time. Rounds may overlap or repeat: every step is one conditional write.
 */
public final class ClockRound {
    /** A pending alert younger than this is still in the hands of whoever wrote it. */
    static final Duration PENDING_TOO_LONG = Duration.ofSeconds(60);

    private static final int BATCH = 100;

    private final Supplier<Settings> settings;
    private final History history;
    private final Cases cases;
    private final Alerts alerts;
    private final AlertWriter writer;
    private final Tally tally;
    private final InstantSource clock;

    /**
     * @param settings those that hold at the time of the call
     * @param renderer writes alerts, with what {@code history} knows of the person
     */
    public ClockRound(
            Supplier<Settings> settings,
            History history,
            Cases cases,
            Alerts alerts,
            AlertRenderer renderer,
            Tally tally,
            InstantSource clock) {
        this.settings = settings;
        this.history = history;
        this.cases = cases;
        this.alerts = alerts;
        this.writer = new AlertWriter(history, renderer);
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * One round; returns what it did. What fails stays for the next round, and keeps nothing else from being done.
     *
     * @throws RuntimeException the first fault, once everything was tried
     */
    public Done run() {
        var now = clock.instant();
        var attempts = new Attempts();
        int republished = 0;
        for (var pending : cases.pendingSince(now.minus(PENDING_TOO_LONG), BATCH)) {
            tally.count("AlertsUnsent", Map.of());
            republished += attempts.of(() -> publish(pending)).orElse(0);
        }
        int raised = 0;
        int closed = 0;
        for (var waiting : cases.waitingDue(now, BATCH)) {
            var wasRaised = attempts.of(() -> settle(waiting, now));
            raised += wasRaised.filter(yes -> yes).isPresent() ? 1 : 0;
            closed += wasRaised.filter(yes -> !yes).isPresent() ? 1 : 0;
        }
        attempts.throwFirstFault();
        return new Done(republished, raised, closed);
    }

    /**
     * What a round did.
     *
     * @param republished alerts that were pending too long
     * @param raised questions that nobody answered
     * @param closed questions that were answered or withdrawn
     */
    public record Done(int republished, int raised, int closed) {}

    /** Raises or closes a question whose time is up; true when it was raised. */
    private boolean settle(Case waiting, Instant now) {
        var question = stillAsked(waiting);
        var watch = question.flatMap(asked -> watch(waiting, asked));
        if (watch.isEmpty() || isAnswered(question.get().interaction())) {
            cases.close(waiting.id(), now);
            return false;
        }
        return raise(waiting, question.get(), watch.get(), now);
    }

    private boolean raise(Case waiting, Understood question, Decision.Watch watch, Instant now) {
        var interaction = question.interaction();
        var concern = Concern.of(waiting.rule(), interaction);
        var team = watch.rule().team().orElse(waiting.team());
        var dueAt = now.plus(watch.rule().answerWithin());
        var moment = new AlertWriter.Moment(now, dueAt, waiting.occurrences());
        var message = writer.write(concern, question, watch.rule(), watch.evidence(), team, moment);
        if (!cases.alert(waiting.id(), message, now, dueAt)) {
            return false;
        }
        tally.count("CasesOpened", Map.of("rule", waiting.rule()));
        alerts.publish(message);
        cases.sent(waiting.id(), clock.instant());
        tally.count("AlertsSent", Map.of("rule", waiting.rule()));
        return true;
    }

    private Optional<Understood> stillAsked(Case waiting) {
        return history.find(waiting.openedBy())
                .filter(memory -> memory.isVisible())
                .flatMap(memory -> memory.content())
                .flatMap(ClockRound::understood);
    }

    private static Optional<Understood> understood(Content content) {
        return content.reading().map(reading -> new Understood(content.interaction(), reading));
    }

    /** An edit may have made the question another thing: what it says now must still match the rule. */
    private Optional<Decision.Watch> watch(Case waiting, Understood asked) {
        return settings.get().policy().decide(asked.interaction(), asked.reading()) instanceof Decision.Watch watch
                        && watch.rule().id().equals(waiting.rule())
                ? Optional.of(watch)
                : Optional.empty();
    }

    private boolean isAnswered(Interaction question) {
        if (question.thread().isEmpty()) {
            return false;
        }
        var page = history.thread(question.thread().get(), question.at(), Optional.empty(), History.MAX_PAGE);
        return page.entries().stream().anyMatch(entry -> answers(entry, question));
    }

    private static boolean answers(Entry entry, Interaction question) {
        boolean words =
                switch (entry.kind()) {
                    case POST, COMMENT, REPLY, DIRECT_MESSAGE, MENTION, REVIEW, ANSWER_ACCEPTED -> true;
                    case REACTION,
                            JOINED,
                            LEFT,
                            ROLE_CHANGED,
                            STARRED,
                            FORKED,
                            FOLLOWED,
                            SPONSORED,
                            RELEASED,
                            DISCONNECTED -> false;
                };
        boolean another =
                !entry.from().map(Author::identity).equals(question.from().map(Author::identity));
        return words && another && entry.origin() != Origin.BOT && !entry.key().equals(question.key());
    }

    /** Publishes one alert; how many that were. */
    private int publish(Case pending) {
        alerts.publish(pending.alert().orElseThrow());
        cases.sent(pending.id(), clock.instant());
        tally.count("AlertsSent", Map.of("rule", pending.rule()));
        return 1;
    }
}
