// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.Judgement;
import rapporto.correction.LayerBytes;
import rapporto.correction.Layers;
import rapporto.correction.Trial;
import rapporto.correction.Trial.Points;
import rapporto.memory.InMemoryLayers;
import rapporto.memory.InMemoryTally;
import rapporto.outage.StoreUnavailable;
import rapporto.reading.linear.Layer;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CurrentLayersTest {
    private static final String TEAM = "support";
    private static final Trial TRIAL = new Trial(1, new Points("folds", 0, 1), List.of());

    private final InMemoryLayers store = new InMemoryLayers();
    private final InMemoryTally tally = new InMemoryTally();
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private boolean down;
    private int found;
    private final CurrentLayers layers = new CurrentLayers(new Faltering(), tally, () -> now);

    @Test
    void given_a_new_version_when_a_minute_has_passed_then_it_reads_and_its_bytes_are_fetched_once() {
        assertThat(layers.of(TEAM)).isEmpty();
        activate(layer(1));
        assertThat(layers.of(TEAM)).isEmpty();

        now = now.plusSeconds(60);
        assertThat(size()).isEqualTo(1);
        now = now.plusSeconds(60);
        assertThat(size()).isEqualTo(1);
        assertThat(found).isEqualTo(1);
        store.activate(TEAM, Layers.NONE, now);
        now = now.plusSeconds(60);
        assertThat(layers.of(TEAM)).isEmpty();
    }

    @Test
    void given_a_store_that_is_down_when_asked_then_the_last_good_layer_reads() {
        activate(layer(2));
        assertThat(size()).isEqualTo(2);

        down = true;
        now = now.plusSeconds(61);
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void given_a_store_that_was_never_up_when_asked_then_the_model_reads_alone() {
        down = true;

        assertThat(layers.of(TEAM)).isEmpty();
    }

    @Test
    void given_a_damaged_layer_when_asked_then_it_is_counted_and_the_last_good_one_reads() {
        activate(layer(2));
        assertThat(size()).isEqualTo(2);
        activate(LayerBytes.of("damaged".getBytes(StandardCharsets.UTF_8)));

        now = now.plusSeconds(61);

        assertThat(size()).isEqualTo(2);
        assertThat(tally.of("LayersRefused", Map.of("team", TEAM))).isEqualTo(1);
    }

    private int size() {
        return layers.of(TEAM).orElseThrow().size();
    }

    private void activate(LayerBytes layer) {
        store.activate(
                TEAM, store.put(TEAM, layer, Layers.Kind.TRAINED, TRIAL, now).number(), now);
    }

    private static LayerBytes layer(int marks) {
        var all = new Mark[marks];
        for (int i = 0; i < marks; i++) {
            all[i] = new Mark(i + 1, new Judgement.Urgency(2));
        }
        return new TeamLayer(7, Layer.none(List.of()), List.of(all)).bytes();
    }

    /** The store, when it is up. */
    private final class Faltering implements Layers {
        @Override
        public Version put(String team, LayerBytes layer, Kind kind, Trial trial, Instant at) {
            return store.put(team, layer, kind, trial, at);
        }

        @Override
        public List<Version> versions(String team) {
            return store.versions(team);
        }

        @Override
        public Optional<LayerBytes> find(String team, long version) {
            found++;
            return store.find(team, version);
        }

        @Override
        public long active(String team) {
            if (down) {
                throw new StoreUnavailable("dynamodb", "read", "layer", new IllegalStateException("down"));
            }
            return store.active(team);
        }

        @Override
        public void activate(String team, long version, Instant at) {
            store.activate(team, version, at);
        }
    }
}
