// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.history.Understood;
import rapporto.memory.InMemoryHistory;
import rapporto.reading.Intent;
import rapporto.reading.Item;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecallTest {
    private final InMemoryHistory history = new InMemoryHistory();
    private final Recall recall = new Recall(history, Sample::settings);

    @Test
    void given_a_stored_reply_when_recalled_then_it_is_read_as_once_with_its_team_language_and_thread() {
        var asked = Sample.says("q", Sample.MARIA, "t1", Sample.MORNING, "How?");
        history.remember(new Understood(asked, Sample.reading(Intent.QUESTION, 1)), Optional.empty());
        var reply = Sample.says("a", Sample.LUCA, "t1", Sample.MORNING.plusSeconds(60), "So.");

        assertThat(recall.item(reply))
                .isEqualTo(new Item(
                        reply.words(),
                        Optional.of("slack"),
                        Optional.of("support"),
                        Optional.of("it"),
                        Optional.of(new Item.Answered(Intent.QUESTION, 1, false))));
        assertThat(recall.team(reply.key())).contains("support");
    }
}
