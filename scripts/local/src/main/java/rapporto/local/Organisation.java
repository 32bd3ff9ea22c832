// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.settings.DemoSettings;
import rapporto.settings.Fault;
import rapporto.settings.Settings;
import rapporto.settings.SettingsDocument;

/**
 * The settings and secrets that the machine starts with, checked against each other.
 *
 * @param document the settings as text
 * @param doors one for each source
 * @param secretsFile where the secrets stand
 */
record Organisation(String document, List<Door> doors, Path secretsFile) {
    /**
     * Reads what {@code options} name, or makes the demo.
     *
     * @throws StartRefused with every fault
     */
    static Organisation read(Options options, Path home) {
        var document = options.config.map(Organisation::text).orElseGet(() -> DemoSettings.yaml(Channels.ids()));
        var settings = settings(options, document);
        var sources = settings.sources().stream().map(source -> source.id()).toList();
        var file = options.secrets.orElseGet(() -> SecretsFile.forDemo(
                options.data.orElse(home.resolve(".rapporto")).resolve("demo.secrets"), sources));
        return new Organisation(document, doors(settings, SecretsFile.read(file), file), file);
    }

    private static Settings settings(Options options, String document) {
        return switch (SettingsDocument.read(document, Channels.ids())) {
            case SettingsDocument.Valid(var settings) -> settings;
            case SettingsDocument.Faulty(var faults) -> {
                var file = options.config.map(Path::toString).orElse("demo");
                throw new StartRefused(faults.stream()
                        .map(Fault::toString)
                        .map(fault -> file + " " + fault)
                        .toList());
            }
        };
    }

    private static List<Door> doors(Settings settings, Map<SourceId, List<Secret>> secrets, Path file) {
        var doors = new ArrayList<Door>();
        var faults = new ArrayList<String>();
        for (var source : settings.sources()) {
            var own = secrets.getOrDefault(source.id(), List.of());
            var channel = Channels.of(source.id().channel()).orElseThrow();
            if (own.isEmpty()) {
                faults.add("%s has no secret for %s, wanted a line %s=...".formatted(file, source.id(), source.id()));
            } else if (!own.stream().allMatch(channel::canUse)) {
                faults.add("%s: secret of %s is not of the form that the channel issues".formatted(file, source.id()));
            } else {
                doors.add(new Door(source.id(), own, source.maxBodyBytes()));
            }
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(faults);
        }
        return doors;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartRefused(
                    "%s cannot be read: %s".formatted(file, e.getClass().getSimpleName()));
        }
    }
}
