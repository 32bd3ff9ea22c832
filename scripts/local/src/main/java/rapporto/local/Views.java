// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import rapporto.json.Json;
import rapporto.local.http.FrontDoor.View;
import rapporto.local.stack.Stack;
import rapporto.local.template.Template;
import rapporto.local.topic.InboxMessage;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What tools may ask of the machine; the shapes are kept stable. */
final class Views {
    static final View STARTING = () -> new View.Answer(503, "{\"status\":\"starting\"}");

    private Views() {}

    /** {@code GET /local/health}. */
    static View health(Map<String, URI> endpoints, Template template, Stack stack, Organisation organisation) {
        var health = Json.object().put("status", "ready");
        var urls = health.putObject("endpoints");
        endpoints.forEach((service, endpoint) -> urls.put(service, endpoint.toString()));
        template.tables().forEach(table -> health.put("table", stack.names().get(table.id())));
        var queues = health.putObject("queues");
        template.queues().forEach(queue -> queues.put(name(stack, queue), stack.ref(queue.id())));
        health.put("alertsTopic", stack.ref("AlertsTopic"));
        health.put("sourcesPath", stack.sourcesPath());
        health.put("secretsFile", organisation.secretsFile().toAbsolutePath().toString());
        var json = Json.write(health);
        return () -> new View.Answer(200, json);
    }

    /** {@code GET /local/alerts}. */
    static View alerts(Inbox inbox) {
        return () -> {
            var alerts = Json.array();
            for (InboxMessage message : inbox.messages()) {
                var alert = alerts.addObject()
                        .put("messageId", message.messageId())
                        .put("at", message.at().toString())
                        .put("subject", message.subject());
                var attributes = alert.putObject("attributes");
                message.attributes().forEach(attributes::put);
                alert.set("message", Json.read(message.message()).node());
            }
            return new View.Answer(200, Json.write(alerts));
        };
    }

    /**
     * {@code GET /local/queues}: queues with their dead letters beside them. The oldest age is null where SQS does not
     * say it: at a foreign endpoint, while messages wait.
     */
    static View queues(SqsClient sqs, Template template, Stack stack, Emulators emulators, InstantSource clock) {
        return () -> {
            var answer = Json.object();
            var list = answer.putArray("queues");
            for (var queue : template.queues()) {
                queue.redrive().ifPresent(redrive -> {
                    var oldest = emulators.oldestMessage(fullName(stack, queue));
                    var waiting = Counts.of(sqs, stack.ref(queue.id()));
                    var dead = Counts.of(sqs, stack.ref(redrive.deadLetters()));
                    var entry = list.addObject()
                            .put("name", name(stack, queue))
                            .put("depth", waiting.visible())
                            .put("inFlight", waiting.inFlight());
                    oldest.map(sent -> Math.max(
                                    0, Duration.between(sent, clock.instant()).toSeconds()))
                            .or(() -> waiting.all() == 0 ? Optional.of(0L) : Optional.empty())
                            .ifPresentOrElse(
                                    age -> entry.put("oldestAgeSeconds", age), () -> entry.putNull("oldestAgeSeconds"));
                    entry.put("deadLetters", dead.all());
                });
            }
            return new View.Answer(200, Json.write(answer));
        };
    }

    private record Counts(int visible, int inFlight) {
        static Counts of(SqsClient sqs, String url) {
            var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url)
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes();
            return new Counts(
                    Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
                    Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)));
        }

        int all() {
            return visible + inFlight;
        }
    }

    /** Without the stack's name before it: {@code deliveries-dlq}. */
    private static String name(Stack stack, Template.Queue queue) {
        return fullName(stack, queue).substring(stack.name().length() + 1);
    }

    private static String fullName(Stack stack, Template.Queue queue) {
        return stack.names().getOrDefault(queue.id(), queue.id());
    }
}
