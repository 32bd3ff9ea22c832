// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.alert.AlertMessage;
import rapporto.alert.Alerts;

/** What every {@link Alerts} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class AlertsContract {
    private static final AlertMessage ALERT = new AlertMessage(
            "al_1",
            "[P1][OPEN] slack - Risk - Ana R.",
            Map.of(
                    "severity",
                    "critical",
                    "channel",
                    "slack",
                    "team",
                    "press",
                    "eventType",
                    "raised",
                    "language",
                    "it"),
            "{\"id\":\"al_1-raised\",\"data\":{\"title\":\"È urgente – 👋\"}}");

    /** A topic to which nothing was published yet. */
    protected abstract Alerts quietAlerts();

    /** What a subscriber of that topic got, oldest first; waits until {@code count} are there. */
    protected abstract List<AlertMessage> received(int count);

    @Test
    void given_an_alert_when_published_then_a_subscriber_gets_subject_attributes_and_body() {
        quietAlerts().publish(ALERT);

        assertThat(received(1)).containsExactly(ALERT);
    }

    @Test
    void given_an_alert_when_published_again_then_it_comes_again_with_the_same_id() {
        var alerts = quietAlerts();

        alerts.publish(ALERT);
        alerts.publish(ALERT);

        assertThat(received(2)).extracting(AlertMessage::id).containsExactly("al_1", "al_1");
    }
}
