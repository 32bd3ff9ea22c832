// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapporto.channel.Door;
import rapporto.channels.Channels;
import rapporto.settings.DemoSettings;
import rapporto.settings.Fault;
import rapporto.settings.Settings;
import rapporto.settings.SettingsDocument;
import rapporto.settings.SettingsStore.Stored;

/**
 * The settings and secrets that the machine starts with, checked against each other.
 *
 * @param document the settings as text
 * @param doors one for each source that has a secret
 * @param secretsFile where the secrets stand
 * @param notes what people should know of how it came to be, a line each
 */
record Organisation(String document, List<Door> doors, Path secretsFile, List<String> notes) {
    /**
     * Reads what {@code options} name, or makes the demo.
     *
     * @throws StartRefused with every fault
     */
    static Organisation read(Options options, Path home) {
        var document = options.config.map(Organisation::text).orElseGet(() -> DemoSettings.yaml(Channels.ids()));
        var given =
                of(options, home, document, options.config.map(Path::toString).orElse("demo"));
        boolean mayBeReplaced = options.config.isEmpty() && (options.data.isPresent() || options.endpoint.isPresent());
        return mayBeReplaced ? given : given.complete();
    }

    /**
     * This organisation, or the {@code stored} one: what is named on the command line wins over what was put while the
     * machine ran, and that wins over the demo.
     *
     * @throws StartRefused when the stored document is not valid, or this one holds and a secret is missing
     */
    Organisation orStored(Optional<Stored> stored, Options options, Path home) {
        if (stored.isEmpty() || stored.get().document().equals(document)) {
            return complete();
        }
        var named = "version %d of the settings".formatted(stored.get().version());
        if (options.config.isPresent()) {
            return with("%s replaces %s".formatted(options.config.get(), named));
        }
        return of(options, home, stored.get().document(), named)
                .with("%s holds, not the demo: --config FILE replaces it".formatted(named));
    }

    private Organisation complete() {
        if (!notes.isEmpty()) {
            throw new StartRefused(notes);
        }
        return this;
    }

    private static Organisation of(Options options, Path home, String document, String name) {
        var settings = settings(document, name);
        var sources = settings.sources().stream().map(source -> source.id()).toList();
        var file = options.secrets.orElseGet(() -> SecretsFile.forDemo(
                options.data.orElse(home.resolve(".rapporto")).resolve("demo.secrets"), sources));
        return withDoors(document, settings, file);
    }

    private static Settings settings(String document, String name) {
        return switch (SettingsDocument.read(document, Channels.ids())) {
            case SettingsDocument.Valid(var settings) -> settings;
            case SettingsDocument.Faulty(var faults) ->
                throw new StartRefused(faults.stream()
                        .map(Fault::toString)
                        .map(fault -> name + " " + fault)
                        .toList());
        };
    }

    private static Organisation withDoors(String document, Settings settings, Path file) {
        var secrets = SecretsFile.read(file);
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
        return new Organisation(document, List.copyOf(doors), file, List.copyOf(faults));
    }

    private Organisation with(String note) {
        var all = new ArrayList<>(notes);
        all.addFirst(note);
        return new Organisation(document, doors, secretsFile, List.copyOf(all));
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
