// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.local.Threats.Threat;
import rapporto.testkit.Sample;

/** The single machine as a process of its own, on a folder that survives it. */
final class StartedMachine implements AutoCloseable {
    private static final String SCREEN = "screen.log";
    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** What the door answers when the queue does not: on a busy machine it may take longer than a sender waits. */
    private static final int COME_AGAIN = 503;

    private static final int MOST_TIMES = 10;

    private final Process process;
    private final int port;
    private final Path data;
    private final Map<SourceId, List<Secret>> secrets;
    private final HttpClient client = HttpClient.newHttpClient();

    private StartedMachine(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
        until(START_WITHIN, () -> status("/local/health") == 200, "ready");
        this.secrets = SecretsFile.read(data.resolve("demo.secrets"));
    }

    /** Starts on {@code data}. */
    static StartedMachine start(Path data) throws Exception {
        return start(data, "none", List.of());
    }

    /** Starts on {@code data} with further {@code options}; halts at {@code killPoint}, see {@code KillPoint}. */
    static StartedMachine start(Path data, String killPoint, List<String> options) throws Exception {
        var log = data.resolve(SCREEN).toFile();
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Drapporto.home=" + Sample.repository(),
                "-Drapporto.killpoint=" + killPoint,
                "-cp",
                System.getProperty("java.class.path"),
                "rapporto.local.Main",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return new StartedMachine(process, port, data);
    }

    /** Signs and posts, again while it is asked to come again; the status. */
    int post(Threat threat) throws Exception {
        return post(threat.channel(), threat.headers(), threat.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Signs and posts, again while it is asked to come again, as every channel does; the status. */
    int post(String channel, Map<String, String> headers, byte[] body) throws Exception {
        int status;
        int times = 0;
        do {
            status = answer(channel, headers, body).statusCode();
        } while (status == COME_AGAIN && ++times < MOST_TIMES);
        return status;
    }

    /** Signs and posts. */
    HttpResponse<String> answer(Threat threat) throws Exception {
        return answer(threat.channel(), threat.headers(), threat.body().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> answer(String channel, Map<String, String> headers, byte[] body) throws Exception {
        return client.send(request(channel, headers, body), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until a function has logged {@code text}. */
    void untilLogged(String text) {
        until(START_WITHIN, () -> log().contains(text), "'%s' in the log".formatted(text));
    }

    /** Posts, and waits until the machine has halted at its kill point, whether it answered or not. */
    void postAndDie(Threat threat) throws Exception {
        try {
            post(threat);
        } catch (IOException e) {
            System.out.println("no answer: the machine was gone before it");
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the machine did not reach its kill point");
        }
    }

    /** All alerts, once there are {@code count} different ones; a repeat is at most a second message with the same id. */
    List<Field> alerts(int count, Duration within) {
        until(within, () -> ids(get("/local/alerts").array()).size() >= count, count + " alerts");
        return get("/local/alerts").array();
    }

    /** The ids that {@code alerts} carry. */
    static Set<String> ids(List<Field> alerts) {
        return alerts.stream()
                .map(alert -> alert.at("message").at("data").at("alertId").text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Waits until no queue holds anything. */
    void untilQuiet(Duration within) {
        until(
                within,
                () -> get("/local/queues").at("queues").array().stream()
                        .allMatch(queue -> queue.at("depth").number()
                                        + queue.at("inFlight").number()
                                == 0),
                "empty queues");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        client.close();
    }

    /** All that the functions have logged; alerts are on the screen, which is not this. */
    String log() {
        try {
            return Files.readString(data.resolve("functions.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest request(String channel, Map<String, String> headers, byte[] body) {
        var source = new SourceId(channel, "demo");
        var secret = secrets.getOrDefault(source, List.of()).getFirst();
        var request = HttpRequest.newBuilder(uri("/hooks/" + source))
                .timeout(Duration.ofSeconds(20))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        Channels.of(channel)
                .orElseThrow()
                .sign(body, secret, Instant.now(), "msg_journey")
                .forEach(request::header);
        return request.build();
    }

    /** What a tool reads at {@code path}. */
    Field get(String path) {
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            return Json.read(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path + " did not answer", e);
        }
    }

    private int status(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            return 0;
        }
    }

    /** Time is real here, another process is awaited: it is looked at until it is as wanted. */
    void until(Duration within, Supplier<Boolean> wanted, String what) {
        var end = Instant.now().plus(within);
        while (!wanted.get()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no %s within %d s, see %s".formatted(what, within.toSeconds(), data));
            }
            try {
                process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
