// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import rapporto.local.runtime.BuiltFunction;
import rapporto.testkit.Sample;

/**
 * A built function under AWS's own runtime interface emulator, as the SAM CLI carries it. It answers one call at a time,
 * and ends when two come at once.
 */
final class RuntimeEmulator implements AutoCloseable {
    private static final Path SAM = Path.of(".venv/sam");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final int runtimePort;

    private RuntimeEmulator(Process process, int port, int runtimePort) {
        this.process = process;
        this.port = port;
        this.runtimePort = runtimePort;
    }

    /**
     * Where the emulator for this machine lies under {@code home}.
     *
     * @throws AssertionError in one line, when it is not there
     */
    static Path find(Path home) throws IOException {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        var name = "samcli/local/rapid/aws-lambda-rie-" + machine;
        var sam = home.resolve(SAM);
        if (Files.exists(sam)) {
            try (var files = Files.walk(sam, 7)) {
                var found = files.filter(file -> file.endsWith(name)).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new AssertionError(
                "%s holds no %s: run scripts/validate-template, which installs the SAM CLI that carries it"
                        .formatted(SAM, name));
    }

    /**
     * Starts {@code built} on loopback.
     *
     * @param log gets what both print
     */
    static RuntimeEmulator start(BuiltFunction built, Map<String, String> environment, Path log) throws IOException {
        int port = freePort();
        int runtimePort = freePort();
        var command = new ArrayList<String>();
        command.add(find(Sample.repository()).toString());
        command.addAll(List.of("--runtime-interface-emulator-address", "127.0.0.1:" + port));
        command.addAll(List.of("--runtime-api-address", "127.0.0.1:" + runtimePort));
        command.addAll(built.command(List.of()));
        var builder = new ProcessBuilder(command)
                .directory(built.task().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(built.environment(environment));
        var emulator = new RuntimeEmulator(builder.start(), port, runtimePort);
        emulator.untilListening();
        return emulator;
    }

    /** What the function answers. */
    String invoke(String event) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/2015-03-31/functions/function/invocations".formatted(port)))
                .timeout(SOON)
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** The local addresses, in the kernel's own writing, at which this machine listens on the emulator's two ports. */
    List<String> addresses() {
        return List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals("0A")) // listening
                .map(columns -> columns[1].split(":"))
                .filter(address -> List.of(port, runtimePort).contains(Integer.parseInt(address[1], 16)))
                .map(address -> address[0])
                .toList();
    }

    @Override
    public void close() {
        var started = process.descendants().toList();
        process.destroy();
        started.forEach(ProcessHandle::destroy);
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        started.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Another process is awaited: it is looked at until it listens. */
    private void untilListening() throws IOException {
        var end = Instant.now().plus(SOON);
        while (!isListening()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                close();
                throw new AssertionError("the runtime interface emulator does not listen on port " + port);
            }
            try {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private boolean isListening() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
