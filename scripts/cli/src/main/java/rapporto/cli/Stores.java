// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.Optional;
import java.util.function.Supplier;
import rapporto.aws.ssm.SsmDoors;
import rapporto.aws.ssm.SsmDoors.Kept;
import rapporto.channels.Channels;
import rapporto.correction.Corrections;
import rapporto.correction.Layers;
import rapporto.history.History;
import rapporto.interaction.SourceId;
import rapporto.settings.Settings;
import rapporto.settings.SettingsDocument;
import rapporto.settings.SettingsStore;

/** The secrets, settings, history, corrections and layers of one deployment, and where it meets the world. */
record Stores(
        SsmDoors doors,
        SettingsStore settings,
        History history,
        Corrections corrections,
        Layers layers,
        Supplier<Front> front) {
    /**
     * What the world sees of a deployment.
     *
     * @param hooks base URL of the door, without the source
     * @param alertsTopic ARN
     */
    record Front(String hooks, String alertsTopic) {}

    /** The door of {@code source}, readable or not. */
    Optional<Kept> door(SourceId source) {
        return doors.all().stream().filter(kept -> kept.source().equals(source)).findFirst();
    }

    /** What the settings say; empty when there are none, or none that are valid. */
    Optional<Settings> organisation() {
        return settings.current().flatMap(stored -> valid(stored.document()));
    }

    /** Brings the doors to the limits that {@code settings} give their sources, and names on stderr what has none. */
    void limit(Settings settings) {
        var kept = doors.all();
        for (var source : settings.sources()) {
            var own = kept.stream()
                    .filter(one -> one.source().equals(source.id()))
                    .findFirst();
            own.flatMap(Kept::door)
                    .filter(door -> door.maxBodyBytes() != source.maxBodyBytes())
                    .ifPresent(door -> doors.put(door.limitedTo(source.maxBodyBytes())));
            if (own.isEmpty()) {
                System.err.printf("%s has no secret yet: scripts/rapporto secrets set %s%n", source.id(), source.id());
            }
        }
    }

    private static Optional<Settings> valid(String document) {
        return switch (SettingsDocument.read(document, Channels.ids())) {
            case SettingsDocument.Valid(var settings) -> Optional.of(settings);
            case SettingsDocument.Faulty _ -> Optional.empty();
        };
    }
}
