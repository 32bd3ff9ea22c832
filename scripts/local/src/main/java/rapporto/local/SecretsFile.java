// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
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

    /** When the file was last written. */
    static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
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
                    .map(source -> line(source, issue(source, random)))
                    .toList();
            Files.write(file, lines, StandardOpenOption.APPEND);
            return file;
        } catch (IOException e) {
            throw new StartRefused(
                    "%s cannot be written: %s".formatted(file, e.getClass().getSimpleName()));
        }
    }

    /**
     * Writes the secrets of {@code source} in place of those that it had; all other lines stay. A reader finds the old
     * file or the new one, also after a kill.
     *
     * @throws IOException when it cannot be written, or a secret does not fit on a line
     */
    static void put(Path file, SourceId source, List<Secret> secrets) throws IOException {
        for (var secret : secrets) {
            if (!secret.value().strip().equals(secret.value()) || secret.value().matches("(?s).*[\r\n].*")) {
                throw new IOException("secret of %s does not fit on a line of %s".formatted(source, file));
            }
        }
        var real = file.toRealPath();
        var lines = new ArrayList<>(Files.readAllLines(real));
        int first = lines.stream().map(line -> isOf(source, line)).toList().indexOf(true);
        lines.removeIf(line -> isOf(source, line));
        lines.addAll(
                first < 0 ? lines.size() : first,
                secrets.stream().map(secret -> line(source, secret)).toList());
        replace(real, lines);
    }

    private static void replace(Path file, List<String> lines) throws IOException {
        var folder = Optional.ofNullable(file.getParent()).orElseThrow();
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        var next = Files.createTempFile(folder, "." + file.getFileName(), ".next", owner);
        try {
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                var text = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static boolean isOf(SourceId source, String line) {
        var equals = line.indexOf('=');
        return equals > 0 && line.substring(0, equals).strip().equals(source.toString());
    }

    private static String line(SourceId source, Secret secret) {
        return source + "=" + secret.value();
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
