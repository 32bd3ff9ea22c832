// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.interaction.SourceId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoorTest {
    private static final SourceId SLACK = new SourceId("slack", "support");
    private static final Secret OLD = new Secret("old");
    private static final Secret NEW = new Secret("new");

    private final Door door = new Door(SLACK, List.of(OLD), 1024);

    @Test
    void given_one_secret_when_rotated_then_the_new_one_comes_first_and_the_old_one_stays() {
        var rotated = door.rotatedTo(NEW);

        assertThat(rotated.secrets()).containsExactly(NEW, OLD);
        assertThat(rotated.isRotating()).isTrue();
        assertThat(door.isRotating()).isFalse();
    }

    @Test
    void given_two_secrets_when_rotated_again_or_settled_then_the_oldest_is_gone() {
        var rotating = door.rotatedTo(NEW);

        assertThat(rotating.rotatedTo(new Secret("newer")).secrets()).containsExactly(new Secret("newer"), NEW);
        assertThat(rotating.settled().secrets()).containsExactly(NEW);
    }

    @Test
    void given_another_limit_when_set_then_the_secrets_stay() {
        assertThat(door.limitedTo(2048)).isEqualTo(new Door(SLACK, List.of(OLD), 2048));
    }

    @Test
    void given_no_secret_or_three_when_made_then_it_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Door(SLACK, List.of(), 1024));
        assertThatIllegalArgumentException().isThrownBy(() -> new Door(SLACK, List.of(NEW, OLD, NEW), 1024));
    }
}
