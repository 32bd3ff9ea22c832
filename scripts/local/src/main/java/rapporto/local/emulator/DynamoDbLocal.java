// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DynamoDB Local as a process of its own on a loopback port, from the jars that the user's Maven fetched. It ends with
 * this process, however this one ends; a signal alone does not end it earlier.
 */
public final class DynamoDbLocal implements AutoCloseable {
    private static final int REMEMBERED_LINES = 20;
    private static final int STOP_WITHIN_SECONDS = 5;

    // Ready sooner and smaller than with the defaults; the heap is for the requests in flight, the data is SQLite's.
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final URI endpoint;

    private DynamoDbLocal(Process process, int port) {
        this.process = process;
        this.endpoint = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts, and returns when it answers.
     *
     * @param port 0 takes any free one
     * @param data where tables are kept, so that an accepted write outlives a killed process (not a power cut); in memory
     *     when empty
     * @param classPath as {@link #classPathFrom} reads it
     * @throws IllegalStateException when the port is taken, a jar is missing, or the process ended at once
     */
    public static DynamoDbLocal start(int port, Optional<Path> data, List<Path> classPath) {
        Loopback.requireFree("dynamodb", port);
        classPath.stream().filter(jar -> !Files.exists(jar)).findFirst().ifPresent(jar -> {
            throw notBuilt(jar);
        });
        try {
            var process = new ProcessBuilder(command(port, data, classPath))
                    .redirectErrorStream(true)
                    .start();
            var output = process.inputReader();
            var dynamo = new DynamoDbLocal(process, readyPort(output));
            Thread.ofVirtual().name("dynamodb-output").start(() -> drop(output));
            return dynamo;
        } catch (IOException e) {
            throw new UncheckedIOException("dynamodb: the process did not start", e);
        }
    }

    /**
     * The class path in a file that Maven wrote.
     *
     * @throws IllegalStateException when there is no such file
     */
    public static List<Path> classPathFrom(Path file) {
        if (!Files.isRegularFile(file)) {
            throw notBuilt(file);
        }
        try {
            return Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("dynamodb: %s is not readable".formatted(file), e);
        }
    }

    /** Where its clients send requests: {@code http://127.0.0.1:8000}. */
    public URI endpoint() {
        return endpoint;
    }

    /** The process, for whoever measures or kills it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the process, by force when it does not end by itself; a second call does nothing. */
    @Override
    public void close() {
        try {
            process.outputWriter().close();
            if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(int port, Optional<Path> data, List<Path> classPath) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add("-cp");
        command.add(Stream.concat(Stream.of(ownClasses()), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(DynamoDbLocalLauncher.class.getName());
        command.add(Integer.toString(port));
        if (data.isPresent()) {
            command.add(Files.createDirectories(data.get()).toAbsolutePath().toString());
        }
        return command;
    }

    private static Path ownClasses() {
        try {
            return Path.of(DynamoDbLocalLauncher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("dynamodb: our own classes are not in a file", e);
        }
    }

    /** Reads up to the line that says ready; the lines before it explain an end without one. */
    private static int readyPort(BufferedReader output) throws IOException {
        var lines = new ArrayDeque<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(DynamoDbLocalLauncher.READY)) {
                return Integer.parseInt(line.substring(DynamoDbLocalLauncher.READY.length()));
            }
            lines.addLast(line);
            if (lines.size() > REMEMBERED_LINES) {
                lines.removeFirst();
            }
        }
        throw new IllegalStateException("dynamodb: the process ended before it was ready; it said: " + lines);
    }

    private static void drop(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The process is gone: nothing left to drop.
        }
    }

    private static IllegalStateException notBuilt(Path missing) {
        return new IllegalStateException(
                "dynamodb: %s is missing, wanted the jars of DynamoDB Local (run scripts/start, which builds first)"
                        .formatted(missing));
    }
}
