// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** ElasticMQ in memory, with the SDK's client of it: a judge that we did not write. */
final class Queues implements AutoCloseable {
    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withPort(0).start();
    private final SqsClient sqs = SqsClient.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    URI endpoint() {
        return URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    }

    /** Makes a queue; gives its ARN as a template names it. */
    String make(String name) {
        sqs.createQueue(queue -> queue.queueName(name));
        return "arn:aws:sqs:us-east-1:000000000000:" + name;
    }

    /** Takes messages out of the queue until {@code enough} says so or none came for five seconds. */
    List<Message> take(String name, Predicate<List<Message>> enough) {
        var url = sqs.getQueueUrl(queue -> queue.queueName(name)).queueUrl();
        var taken = new ArrayList<Message>();
        boolean more = true;
        while (more && !enough.test(taken)) {
            var messages = sqs.receiveMessage(request -> request.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(5)
                            .messageAttributeNames("All"))
                    .messages();
            more = !messages.isEmpty();
            taken.addAll(messages);
        }
        return taken;
    }

    @Override
    public void close() {
        sqs.close();
        server.stopAndWait();
    }
}
