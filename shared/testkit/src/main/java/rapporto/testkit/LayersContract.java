// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.testkit.Given.MORNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.LayerBytes;
import rapporto.correction.Layers;
import rapporto.correction.Layers.Kind;
import rapporto.correction.Layers.Version;
import rapporto.correction.Trial;
import rapporto.correction.Trial.Points;

/** What every {@link Layers} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LayersContract {
    private static final String TEAM = "support";
    private static final Trial TRIAL = new Trial(
            12,
            new Points("folds", 40, 61.25),
            List.of(new Points("sentiment", 71.3, 71), new Points("intents", 66, 66)));

    /** Layers with none in them. */
    protected abstract Layers noLayers();

    @Test
    void given_versions_when_listed_then_they_are_whole_and_the_newest_comes_first() {
        var layers = noLayers();

        var first = layers.put(TEAM, bytes(1, 300_000), Kind.TRAINED, TRIAL, MORNING);
        var second = layers.put(TEAM, bytes(2, 10), Kind.PROPOSAL, TRIAL, MORNING.plusSeconds(1));

        assertThat(first)
                .isEqualTo(new Version(
                        1, MORNING, Kind.TRAINED, TRIAL, bytes(1, 300_000).digest()));
        assertThat(layers.versions(TEAM)).containsExactly(second, first);
        assertThat(layers.find(TEAM, 1)).contains(bytes(1, 300_000));
        assertThat(layers.find(TEAM, 2)).contains(bytes(2, 10));
        assertThat(layers.find(TEAM, 3)).isEmpty();
        assertThat(layers.versions("press")).isEmpty();
    }

    @Test
    void given_versions_when_none_was_activated_then_none_is_active() {
        var layers = noLayers();
        layers.put(TEAM, bytes(1, 10), Kind.PROPOSAL, TRIAL, MORNING);

        assertThat(layers.active(TEAM)).isEqualTo(Layers.NONE);
    }

    @Test
    void given_an_active_version_when_an_older_one_is_activated_then_it_is_active_to_the_byte() {
        var layers = noLayers();
        for (int i = 1; i <= 12; i++) {
            layers.put(TEAM, bytes(i, 1_000), Kind.TRAINED, TRIAL, MORNING);
        }

        layers.activate(TEAM, 12, MORNING);
        assertThat(layers.active(TEAM)).isEqualTo(12);
        layers.activate(TEAM, 2, MORNING.plusSeconds(1));
        assertThat(layers.active(TEAM)).isEqualTo(2);
        assertThat(layers.find(TEAM, 2)).contains(bytes(2, 1_000));
        layers.activate(TEAM, Layers.NONE, MORNING.plusSeconds(2));

        assertThat(layers.active(TEAM)).isEqualTo(Layers.NONE);
        assertThat(layers.active("press")).isEqualTo(Layers.NONE);
        assertThat(layers.versions(TEAM)).hasSize(12);
    }

    @Test
    void given_eight_who_put_at_once_then_each_has_a_version_of_their_own() throws Exception {
        var layers = noLayers();

        try (var makers = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = new ArrayList<Callable<Version>>();
            for (int i = 0; i < 8; i++) {
                var bytes = bytes(i, 10);
                puts.add(() -> layers.put(TEAM, bytes, Kind.TRAINED, TRIAL, MORNING));
            }
            assertThat(makers.invokeAll(puts)).allSatisfy(put -> {
                var version = put.resultNow();
                assertThat(layers.find(TEAM, version.number()).orElseThrow().digest())
                        .isEqualTo(version.digest());
            });
        }
        assertThat(layers.versions(TEAM)).extracting(Version::number).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    private static LayerBytes bytes(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return LayerBytes.of(bytes);
    }
}
