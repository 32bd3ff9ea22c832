// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.testkit.Given.MORNING;
import static rapporto.testkit.Given.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.Correction;
import rapporto.correction.Corrections;
import rapporto.correction.Judgement;
import rapporto.correction.Role;
import rapporto.interaction.ContentKey;

/** What every {@link Corrections} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CorrectionsContract {
    /** Corrections with none in them. */
    protected abstract Corrections noCorrections();

    @Test
    void given_a_correction_when_appended_again_then_it_is_kept_once() {
        var corrections = noCorrections();
        var correction = correction("support", "c1", "sentiment=negative", MORNING);

        corrections.append(correction);
        corrections.append(correction);

        assertThat(corrections.of("support")).containsExactly(correction);
    }

    @Test
    void given_corrections_of_every_head_when_read_then_they_are_as_they_were_oldest_first() {
        var corrections = noCorrections();
        var given = new ArrayList<Correction>();
        var labels = List.of("language=it", "sentiment=positive", "intents=problem,question", "urgency=3");
        for (int i = 0; i < labels.size(); i++) {
            given.add(correction("support", "c1", labels.get(i), MORNING.plusSeconds(i)));
        }
        given.add(new Correction(
                "support",
                new ContentKey("slack", "a:b%c", "é"),
                Judgement.parse("toxicity=toxic"),
                "Zoë Ø",
                Role.OWNER,
                MORNING.plusNanos(9_000)));

        given.reversed().forEach(corrections::append);

        assertThat(corrections.of("support"))
                .containsExactlyInAnyOrderElementsOf(given)
                .isSortedAccordingTo((one, two) -> one.at().compareTo(two.at()));
    }

    @Test
    void given_contradictions_at_the_same_instant_when_read_then_both_are_there() {
        var corrections = noCorrections();
        corrections.append(correction("support", "c1", "urgency=1", MORNING));
        corrections.append(correction("support", "c1", "urgency=2", MORNING));

        assertThat(corrections.of("support")).hasSize(2);
    }

    @Test
    void given_two_teams_when_read_then_each_has_its_own() {
        var corrections = noCorrections();
        var support = correction("support", "c1", "urgency=1", MORNING);
        corrections.append(support);
        corrections.append(correction("support-it", "c1", "urgency=2", MORNING));

        assertThat(corrections.of("support")).containsExactly(support);
        assertThat(corrections.of("press")).isEmpty();
    }

    private static Correction correction(String team, String item, String label, Instant at) {
        return new Correction(team, key(item), Judgement.parse(label), "ana", Role.MEMBER, at);
    }
}
