// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.testkit.Sample;

/** The single machine as a process of its own, on a folder that survives it. */
final class RunningMachine implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path screen;

    private RunningMachine(Process process, int port, Path screen) {
        this.process = process;
        this.port = port;
        this.screen = screen;
    }

    static RunningMachine start(Path data, String... options) throws Exception {
        int port = freePort();
        var screen = data.resolve("screen.log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Drapporto.home=" + Sample.repository(),
                "-cp",
                System.getProperty("java.class.path"),
                "rapporto.local.Main",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
        var machine = new RunningMachine(process, port, screen);
        machine.untilReady();
        return machine;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has shown since its start. */
    String screen() throws IOException {
        return Files.readString(screen);
    }

    /** The status of a delivery to {@code source}, signed with {@code secret}. */
    int deliver(SourceId source, Secret secret) throws Exception {
        var body = "{\"type\":\"nothing.much\"}".getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(url() + "/hooks/" + source))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Channels.of(source.channel())
                .orElseThrow()
                .sign(body, secret, Instant.now(), "msg_1")
                .forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Waits until a delivery signed with {@code secret} is let in: five seconds after a rotation at the most. */
    void untilLetIn(SourceId source, Secret secret) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (deliver(source, secret) != 200) {
            if (Instant.now().isAfter(end) || process.waitFor(500, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the new secret of %s is not taken".formatted(source));
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    /** Another process is awaited: it is asked until it answers. */
    private void untilReady() throws Exception {
        var end = Instant.now().plus(START_WITHIN);
        while (status() != 200) {
            if (Instant.now().isAfter(end) || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                close();
                throw new AssertionError("the machine is not ready: " + screen());
            }
        }
    }

    private int status() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url() + "/local/health")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
