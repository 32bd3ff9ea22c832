// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapporto.json.Field;

/** What the trained reader makes of words, seen at the end of the whole way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingJourneyTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path data = Path.of("");

    @Test
    void
            given_sarcasm_and_rhetoric_beside_a_legal_threat_when_posted_then_the_threat_alone_calls_its_team_with_its_words()
                    throws Exception {
        try (var machine = StartedMachine.start(data)) {
            var posts = List.of(
                    Threats.says(
                            "sarcasm", "Grazie mille per avermi lasciato tre ore al telefono, davvero complimenti."),
                    Threats.says("rhetoric", "Ma vi sembra normale aspettare due mesi per un rimborso?"),
                    Threats.says(
                            "threat",
                            "Da ieri il pagamento è addebitato due volte e nessuno risponde. Se non rimborsate entro"
                                    + " domani mi rivolgo a un avvocato."));
            for (var post : posts) {
                assertThat(machine.post(post)).isEqualTo(200);
            }
            machine.alerts(1, SOON);
            machine.untilQuiet(SOON);

            var alerts = machine.alerts(1, SOON);
            assertThat(StartedMachine.ids(alerts)).hasSize(1);
            var alert = alerts.getFirst();
            assertThat(alert.at("attributes").at("team").text()).isEqualTo("legal");
            assertThat(alert.at("message")
                            .at("data")
                            .at("reason")
                            .at("evidence")
                            .array())
                    .extracting(Field::text)
                    .contains("avvocato", "rivolgo");
        }
    }
}
