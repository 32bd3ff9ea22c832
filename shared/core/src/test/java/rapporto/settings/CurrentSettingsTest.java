// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.memory.InMemorySettingsStore;
import rapporto.outage.StoreUnavailable;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CurrentSettingsTest {
    private static final Set<String> CHANNELS = Set.of("slack");
    private static final String DEMO = DemoSettings.yaml(CHANNELS);
    private static final String CHANGED = DEMO.replace("name: Support", "name: Help desk");

    private final InMemorySettingsStore store = new InMemorySettingsStore();
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private boolean down;
    private final CurrentSettings settings = new CurrentSettings(new Faltering(), CHANNELS, () -> now);

    @Test
    void given_a_change_when_a_minute_has_passed_then_it_holds() {
        store.put(DEMO, now);
        assertThat(supportName()).isEqualTo("Support");
        store.put(CHANGED, now);
        assertThat(supportName()).isEqualTo("Support");

        now = now.plusSeconds(60);
        assertThat(supportName()).isEqualTo("Help desk");
    }

    @Test
    void given_a_store_that_is_down_when_asked_then_the_last_good_settings_hold() {
        store.put(DEMO, now);
        assertThat(supportName()).isEqualTo("Support");

        down = true;
        now = now.plusSeconds(61);
        assertThat(supportName()).isEqualTo("Support");
    }

    @Test
    void given_a_document_that_is_not_valid_when_asked_then_the_last_good_settings_hold() {
        store.put(DEMO, now);
        assertThat(supportName()).isEqualTo("Support");

        store.put("schema: 9", now);
        now = now.plusSeconds(61);
        assertThat(supportName()).isEqualTo("Support");
    }

    @Test
    void given_no_settings_at_all_when_asked_then_the_caller_is_told_to_try_again() {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(settings::now);
        down = true;
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(settings::now);
    }

    @Test
    void given_the_same_document_when_put_again_then_it_is_no_new_version() {
        assertThat(store.put(DEMO, now).version()).isEqualTo(1);
        assertThat(store.put(DEMO, now).version()).isEqualTo(1);
        assertThat(store.put(CHANGED, now).version()).isEqualTo(2);
    }

    private String supportName() {
        return settings.now().teams().getFirst().name();
    }

    private final class Faltering implements SettingsStore {
        @Override
        public Optional<Stored> current() {
            if (down) {
                throw new StoreUnavailable("settings", "read", "current", new IllegalStateException("down"));
            }
            return store.current();
        }

        @Override
        public Stored put(String document, Instant at) {
            return store.put(document, at);
        }
    }
}
