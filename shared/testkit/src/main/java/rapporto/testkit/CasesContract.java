// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.testkit.Given.MORNING;
import static rapporto.testkit.Given.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.alert.AlertMessage;
import rapporto.escalation.Case;
import rapporto.escalation.Case.State;
import rapporto.escalation.Cases;

/** What every {@link Cases} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CasesContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AlertMessage ALERT =
            new AlertMessage("al_1", "[P1][OPEN] risk", Map.of("severity", "critical"), "{\"data\":{}}");

    /** A store of cases with none in it. */
    protected abstract Cases noCases();

    @Test
    void given_an_open_case_when_opened_again_then_the_first_stays() {
        var cases = noCases();
        var first = pending("c1");

        assertThat(cases.open(first)).isTrue();
        assertThat(cases.open(waiting("c1"))).isFalse();
        assertThat(cases.find("c1")).contains(first);
        assertThat(cases.find("c2")).isEmpty();
    }

    @Test
    void given_a_case_when_fed_then_each_interaction_counts_once_and_the_opener_never() {
        var cases = noCases();
        cases.open(pending("c1"));

        cases.feed("c1", key("opener"), MORNING);
        cases.feed("c1", key("second"), MORNING);
        cases.feed("c1", key("second"), MORNING);
        cases.feed("c1", key("third"), MORNING);

        assertThat(cases.find("c1").orElseThrow().occurrences()).isEqualTo(3);
    }

    @Test
    void given_eight_who_feed_at_once_then_every_one_is_counted() throws Exception {
        var cases = noCases();
        cases.open(pending("c1"));

        try (var feeders = Executors.newVirtualThreadPerTaskExecutor()) {
            var feeds = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                var by = key("by" + i);
                feeds.add(() -> {
                    cases.feed("c1", by, MORNING);
                    return true;
                });
            }
            assertThat(feeders.invokeAll(feeds)).allMatch(feed -> feed.resultNow());
        }
        assertThat(cases.find("c1").orElseThrow().occurrences()).isEqualTo(9);
    }

    @Test
    void given_a_pending_case_when_sent_then_it_is_no_longer_swept() {
        var cases = noCases();
        cases.open(pending("c1"));
        assertThat(ids(cases.pendingSince(MORNING.plus(HOUR), 10))).containsExactly("c1");
        assertThat(cases.pendingSince(MORNING, 10)).isEmpty();

        cases.sent("c1", MORNING);
        cases.sent("c1", MORNING.plus(HOUR));

        assertThat(cases.find("c1").orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(cases.pendingSince(MORNING.plus(HOUR), 10)).isEmpty();
        assertThat(ids(cases.alertedDue(MORNING.plus(HOUR.multipliedBy(2)), 10)))
                .containsExactly("c1");
    }

    @Test
    void given_a_waiting_case_when_its_time_is_up_then_it_is_found_and_can_be_alerted_once() {
        var cases = noCases();
        cases.open(waiting("c1"));
        assertThat(cases.waitingDue(MORNING.plus(HOUR), 10)).isEmpty();
        assertThat(ids(cases.waitingDue(MORNING.plus(HOUR).plusSeconds(1), 10))).containsExactly("c1");

        var later = MORNING.plus(HOUR.multipliedBy(2));
        assertThat(cases.alert("c1", ALERT, later, later.plus(HOUR))).isTrue();
        assertThat(cases.alert("c1", ALERT, later, later.plus(HOUR))).isFalse();

        assertThat(cases.find("c1").orElseThrow().alert()).contains(ALERT);
        assertThat(cases.waitingDue(later, 10)).isEmpty();
        assertThat(ids(cases.pendingSince(later.plusSeconds(1), 10))).containsExactly("c1");
    }

    @Test
    void given_a_waiting_case_when_closed_then_nothing_is_due_and_it_cannot_be_alerted() {
        var cases = noCases();
        cases.open(waiting("c1"));

        assertThat(cases.close("c1", MORNING)).isTrue();
        assertThat(cases.close("c1", MORNING)).isFalse();
        assertThat(cases.alert("c1", ALERT, MORNING, MORNING)).isFalse();
        assertThat(cases.waitingDue(MORNING.plus(HOUR.multipliedBy(2)), 10)).isEmpty();
    }

    @Test
    void given_several_due_cases_when_selected_then_the_most_overdue_come_first() {
        var cases = noCases();
        for (int i = 5; i > 0; i--) {
            cases.open(new Case(
                    "c" + i,
                    State.WAITING,
                    "unanswered",
                    "support",
                    key("q" + i),
                    MORNING,
                    MORNING.plusSeconds(i),
                    Optional.empty(),
                    1));
        }

        assertThat(ids(cases.waitingDue(MORNING.plus(HOUR), 3))).containsExactly("c1", "c2", "c3");
    }

    private static Case pending(String id) {
        return new Case(
                id, State.PENDING, "risk", "legal", key("opener"), MORNING, MORNING.plus(HOUR), Optional.of(ALERT), 1);
    }

    private static Case waiting(String id) {
        return new Case(
                id,
                State.WAITING,
                "unanswered",
                "support",
                key("opener"),
                MORNING,
                MORNING.plus(HOUR),
                Optional.empty(),
                1);
    }

    private static List<String> ids(List<Case> cases) {
        return cases.stream().map(Case::id).toList();
    }
}
