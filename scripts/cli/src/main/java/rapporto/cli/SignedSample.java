// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import rapporto.channel.Channel;
import rapporto.channel.Secret;
import rapporto.cli.Exit.Stop;
import rapporto.delivery.Delivery;
import rapporto.delivery.Headers;
import rapporto.interaction.SourceId;

/** A sample with fresh ids, signed as its channel signs, ready to be posted any number of times. */
final class SignedSample {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final byte[] body;
    private final Map<String, String> headers;

    private SignedSample(byte[] body, Map<String, String> headers) {
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    static SignedSample of(Channel channel, Sample sample, Fresh fresh, Secret secret) {
        var headers = new HashMap<>(sample.headers());
        headers.putAll(channel.sign(sample.body(), secret, fresh.now(), "msg_" + fresh.id()));
        return new SignedSample(sample.body(), headers);
    }

    /** As a delivery that came to {@code source} at {@code now}. */
    Delivery deliveredTo(SourceId source, Instant now) {
        return new Delivery("dl_sample", source, new Headers(headers), body, now);
    }

    /** What the door at {@code url} answers. */
    HttpResponse<String> post(URI url) {
        var request =
                HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Stop(Exit.UPSTREAM, "%s does not answer: is it started?".formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.UPSTREAM, "interrupted");
        }
    }
}
