// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.settings.SettingsStore.Stored;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DynamoSettingsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void given_documents_when_put_then_the_newest_is_current_and_the_same_is_no_new_version() {
        try (var table = new LocalTable()) {
            var settings = new DynamoSettings(table.client(), table.emptyTable());

            assertThat(settings.current()).isEmpty();
            assertThat(settings.put("one", NOW)).isEqualTo(new Stored(1, "one"));
            assertThat(settings.put("one", NOW)).isEqualTo(new Stored(1, "one"));
            assertThat(settings.put("two", NOW)).isEqualTo(new Stored(2, "two"));
            assertThat(settings.current()).contains(new Stored(2, "two"));
        }
    }
}
