// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.json.Field;
import rapporto.json.Json;

/**
 * A small community's life, sent through the real front door with real signatures: people who greet, ask, thank and
 * threaten, in Italian and English. In its lines {@code @id@} stands for a new id of this run, {@code @iso-90@} and
 * {@code @slack-90@} for the time ninety minutes ago.
 */
final class Demo {
    private static final String LIFE = "demo.jsonl";
    private static final Pattern TIME = Pattern.compile("@(iso|slack)-(\\d{1,5})@");

    private final int port;
    private final Path secretsFile;
    private final String run;
    private final Instant now = Instant.now();

    Demo(int port, Path home, Options options) {
        this.port = port;
        this.secretsFile = options.secrets.orElseGet(
                () -> options.data.orElse(home.resolve(".rapporto")).resolve("demo.secrets"));
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        this.run = HexFormat.of().formatHex(bytes);
    }

    /** Sends it all; says on {@code screen} how many were taken. */
    void send(PrintStream screen) {
        var secrets = SecretsFile.read(secretsFile);
        int taken = 0;
        int refused = 0;
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var line : life().lines().filter(text -> text.startsWith("{")).toList()) {
                var delivery = Json.read(fill(line));
                var source = new SourceId(delivery.at("channel").text(), "demo");
                var secret = secrets.get(source);
                if (secret != null && post(client, source, delivery, secret.getFirst(), taken + refused) < 300) {
                    taken++;
                } else {
                    refused++;
                }
            }
        }
        screen.printf("demo: %d deliveries of a small community taken, %d refused%n", taken, refused);
    }

    private int post(HttpClient client, SourceId source, Field delivery, Secret secret, int number) {
        var body = Json.write(delivery.at("body").node()).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/hooks/%s".formatted(port, source)))
                .timeout(Duration.ofSeconds(10))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        var headers = delivery.at("headers");
        headers.names().forEach(name -> request.header(name, headers.at(name).textOrEmpty()));
        var id = "demo-" + run + "-" + number;
        Channels.of(source.channel())
                .orElseThrow()
                .sign(body, secret, Instant.now(), id)
                .forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    private String fill(String line) {
        return TIME.matcher(line.replace("@id@", run)).replaceAll(match -> {
            var at = now.minus(Duration.ofMinutes(Long.parseLong(match.group(2))));
            return match.group(1).equals("iso")
                    ? at.toString()
                    : "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1_000);
        });
    }

    private static String life() {
        try (var resource = Demo.class.getResourceAsStream(LIFE)) {
            if (resource == null) {
                throw new IllegalStateException(LIFE + " is missing from the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
