// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertScreenTest {
    private final AlertScreen screen = new AlertScreen(ZoneOffset.UTC);

    @Test
    void given_an_alert_when_shown_then_it_explains_itself() {
        var shown = screen.render("[P1][OPEN] slack - Risk - Maria R.", """
                {"data":{"alertId":"al_1","title":"Risk from Maria R. on slack","reason":{"explain":"because of avvocato"},
                 "stakeholder":{"id":"slack:T:U","displayName":"Maria R.","recent":[{"occurredAt":"2026-01-04T08:00:00Z","intent":"thanks","excerpt":"grazie"}]},
                 "interaction":{"excerpt":"un avvocato","permalink":"https://e.org/1"},"sla":{"dueAt":"2026-01-05T10:00:00Z"},"assignee":{"team":"legal"}}}""");

        assertThat(shown.lines().toList())
                .containsExactly(
                        "",
                        "[P1][OPEN] slack - Risk - Maria R.",
                        "  Risk from Maria R. on slack",
                        "  why    because of avvocato",
                        "  said   \"un avvocato\"",
                        "  where  https://e.org/1",
                        "  who    Maria R. (slack:T:U)",
                        "  before 4 Jan 08:00  thanks: grazie",
                        "  team   legal, answer due 5 Jan 10:00",
                        "  id     al_1");
    }

    @Test
    void given_words_that_would_steer_the_terminal_when_shown_then_they_are_harmless() {
        assertThat(screen.render("s", "{\"data\":{\"title\":\"\\u001b[2Jgone\"}}"))
                .doesNotContain("\u001b")
                .contains("[2Jgone");
    }
}
