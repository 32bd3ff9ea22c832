// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Posts messages to web hooks of this machine with the headers that Amazon SNS sends; follows no redirect. */
final class WebHookCourier implements AutoCloseable {
    // 15 s: how long Amazon SNS waits for an answer; developer guide, HTTP/S subscribers, read 2026-11-23.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI topics;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param topics where a web hook finds ConfirmSubscription */
    WebHookCourier(URI topics, InstantSource clock) {
        this.topics = topics;
        this.clock = clock;
    }

    Outcome carry(Notification notification, Subscription to) {
        var request = request(to, "Notification", notification.messageId(), Envelope.of(notification, to))
                .header("x-amz-sns-subscription-arn", to.arn());
        return post(to.settings().raw() ? request.header("x-amz-sns-rawdelivery", "true") : request);
    }

    Outcome ask(Subscription unconfirmed, String token) {
        var messageId = UUID.randomUUID().toString();
        var body = Envelope.confirmation(messageId, unconfirmed, token, topics, clock.instant());
        return post(request(unconfirmed, "SubscriptionConfirmation", messageId, body));
    }

    private static HttpRequest.Builder request(Subscription to, String type, String messageId, String body) {
        return HttpRequest.newBuilder(URI.create(to.endpoint()))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("User-Agent", "Amazon Simple Notification Service Agent")
                .header("x-amz-sns-message-type", type)
                .header("x-amz-sns-message-id", messageId)
                .header("x-amz-sns-topic-arn", to.topicArn())
                .POST(BodyPublishers.ofString(body));
    }

    private Outcome post(HttpRequest.Builder request) {
        try {
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                return new Outcome.Delivered();
            }
            var reason = "web hook answered %d".formatted(status);
            return status >= 500 || status == 429 ? new Outcome.Unreachable(reason) : new Outcome.Refused(reason);
        } catch (IOException e) {
            return new Outcome.Unreachable("web hook did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreachable("interrupted");
        }
    }

    /** Cuts off a post that waits for its answer. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
