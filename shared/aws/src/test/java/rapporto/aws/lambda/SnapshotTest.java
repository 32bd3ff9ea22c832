// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapshotTest {
    private final List<String> done = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void given_a_snapshot_when_it_is_taken_and_restored_then_it_rehearses_and_forgets_and_then_does_nothing_more() {
        var snapshot = new Snapshot(() -> done.add("rehearse"), () -> done.add("forget"), log);

        snapshot.beforeCheckpoint(Core.getGlobalContext());
        assertThat(done).containsExactly("rehearse", "forget");
        assertThat(lines()).singleElement().asString().matches(".*\"event\":\"snapshot\",\"rehearsedMillis\":\\d+}");

        snapshot.afterRestore(Core.getGlobalContext());
        assertThat(done).containsExactly("rehearse", "forget");
        assertThat(lines()).hasSize(2).last().isEqualTo("{\"level\":\"INFO\",\"event\":\"restored\"}");
    }

    @Test
    void given_a_rehearsal_that_fails_when_the_snapshot_is_taken_then_the_runtime_is_told() {
        var snapshot = new Snapshot(
                () -> {
                    throw new IllegalStateException("not taken");
                },
                () -> done.add("forget"),
                log);

        assertThatIllegalStateException()
                .isThrownBy(() -> snapshot.beforeCheckpoint(Core.getGlobalContext()))
                .withMessage("not taken");
        assertThat(lines()).isEmpty();
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
