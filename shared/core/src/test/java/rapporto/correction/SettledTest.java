// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.interaction.ContentKey;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettledTest {
    private static final ContentKey ITEM = new ContentKey("slack", "T1", "m1");

    @Test
    void given_contradicting_corrections_when_settled_then_the_latest_of_the_most_senior_role_holds_and_it_is_shown() {
        var early = said("urgency=1", "olga", Role.OWNER, 1);
        var late = said("urgency=2", "otto", Role.OWNER, 2);
        var later = said("urgency=3", "mia", Role.MEMBER, 3);

        var settled = Settled.of(List.of(later, early, late));

        assertThat(settled.holding()).containsExactly(late);
        assertThat(settled.overruled(ITEM))
                .containsExactlyInAnyOrder(new Settled.Overruled(early, late), new Settled.Overruled(later, late));
    }

    @Test
    void given_two_who_say_the_same_when_settled_then_nobody_is_overruled() {
        var settled =
                Settled.of(List.of(said("urgency=2", "mia", Role.MEMBER, 1), said("urgency=2", "otto", Role.OWNER, 2)));

        assertThat(settled.holding()).hasSize(1);
        assertThat(settled.overruled()).isEmpty();
    }

    @Test
    void given_corrections_of_several_heads_when_settled_in_any_order_then_each_holds_and_the_weightiest_is_first() {
        var member = said("urgency=2", "mia", Role.MEMBER, 9);
        var owner = said("sentiment=negative", "otto", Role.OWNER, 1);
        var lead = said("intents=risk", "lea", Role.LEAD, 5);

        assertThat(Settled.of(List.of(member, owner, lead)).holding()).containsExactly(owner, lead, member);
        assertThat(Settled.of(List.of(lead, member, owner)).holding()).containsExactly(owner, lead, member);
    }

    private static Correction said(String label, String by, Role role, int minute) {
        return new Correction(
                "support", ITEM, Judgement.parse(label), by, role, Sample.MORNING.plusSeconds(60L * minute));
    }
}
