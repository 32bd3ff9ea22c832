// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;

/**
 * Secrets of the single machine: a file that only its owner reads, a line {@code channel/source=secret} each. A second
 * line for the same source is its second active secret, while rotating; the newest stands first.
 */
final class SecretsFile {
    private static final String OWNER_ONLY = "rw-------";
    private static final int SECRET_BYTES = 32;

    private SecretsFile() {}

    /**
     * Secrets by source.
     *
     * @throws StartRefused when others may read the file, or a line is wrong; secrets are not repeated in the message
     */
    static Map<SourceId, List<Secret>> read(Path file) {
        try {
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!mode.equals(OWNER_ONLY)) {
                throw new StartRefused(
                        "%s has mode %s, wanted %s: chmod 600 %s".formatted(file, mode, OWNER_ONLY, file));
            }
            return parse(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new StartRefused(
                    "%s cannot be read: %s".formatted(file, e.getClass().getSimpleName()));
        }
    }

    /** A file with a new random secret for each of {@code sources} that has none there yet. */
    static Path forDemo(Path file, List<SourceId> sources) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
                Files.createFile(file, owner);
            }
            var known = read(file).keySet();
            var random = new SecureRandom();
            var lines = sources.stream()
                    .filter(source -> !known.contains(source))
                    .map(source -> source + "=" + issue(source, random).value())
                    .toList();
            Files.write(file, lines, StandardOpenOption.APPEND);
            return file;
        } catch (IOException e) {
            throw new StartRefused(
                    "%s cannot be written: %s".formatted(file, e.getClass().getSimpleName()));
        }
    }

    static Map<SourceId, List<Secret>> parse(Path file, List<String> lines) {
        var secrets = new LinkedHashMap<SourceId, List<Secret>>();
        var faults = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var place = "%s line %d: ".formatted(file, i + 1);
                add(line, secrets).ifPresent(fault -> faults.add(place + fault));
            }
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(faults);
        }
        return secrets;
    }

    /** Adds the secret of a line; what is wrong with it, if anything. */
    private static Optional<String> add(String line, Map<SourceId, List<Secret>> secrets) {
        int equals = line.indexOf('=');
        var name = equals < 0 ? line : line.substring(0, equals).strip();
        var slash = name.indexOf('/');
        if (equals < 0 || slash < 0 || !SourceId.isValid(name.substring(0, slash), name.substring(slash + 1))) {
            return Optional.of("is no line channel/source=secret");
        }
        var value = line.substring(equals + 1).strip();
        if (value.isEmpty()) {
            return Optional.of("secret of %s is empty".formatted(name));
        }
        var held = secrets.computeIfAbsent(SourceId.parse(name), _ -> new ArrayList<>());
        held.add(new Secret(value));
        return held.size() > Door.MAX_SECRETS
                ? Optional.of("%s has more than %d secrets".formatted(name, Door.MAX_SECRETS))
                : Optional.empty();
    }

    private static Secret issue(SourceId source, SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Channels.of(source.channel()).orElseThrow().issue(bytes);
    }
}
