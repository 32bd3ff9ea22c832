// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** {@code GET /local/queues}: queues with their dead letters beside them. */
    static View queues(SqsClient sqs, Template template, Stack stack) {
        return () -> {
            var answer = Json.object();
            var list = answer.putArray("queues");
            for (var queue : template.queues()) {
                queue.redrive().ifPresent(redrive -> {
                    var counts = counts(sqs, stack.ref(queue.id()));
                    var dead = counts(sqs, stack.ref(redrive.deadLetters()));
                    list.addObject()
                            .put("name", name(stack, queue))
                            .put("depth", counts.get(0))
                            .put("inFlight", counts.get(1))
                            .put("oldestAgeSeconds", 0)
                            .put("deadLetters", dead.get(0) + dead.get(1));
                });
            }
            return new View.Answer(200, Json.write(answer));
        };
    }

    private static List<Integer> counts(SqsClient sqs, String url) {
        var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return List.of(
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)));
    }

    /** Without the stack's name before it: {@code deliveries-dlq}. */
    private static String name(Stack stack, Template.Queue queue) {
        var name = stack.names().getOrDefault(queue.id(), queue.id());
        return name.substring(name.indexOf('-') + 1).toLowerCase(Locale.ROOT);
    }
}
