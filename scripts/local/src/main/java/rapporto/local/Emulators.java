// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import rapporto.local.emulator.DynamoDbLocal;
import rapporto.local.emulator.ElasticMq;
import rapporto.local.emulator.LocalParameters;
import rapporto.local.topic.InboxMessage;
import rapporto.local.topic.LocalTopics;
import software.amazon.awssdk.services.sns.SnsClient;

/** What stands in for AWS on one machine, or a foreign endpoint that does. */
final class Emulators implements AutoCloseable {
    private static final String CLASS_PATH = "scripts/local/dynamodb-local/target/classpath.txt";

    private static final int ANSWER_WITHIN_MILLIS = 3_000;

    private final Map<String, URI> endpoints = new TreeMap<>();
    private final List<AutoCloseable> started;
    private final Optional<LocalTopics> topics;
    private final Optional<ElasticMq> queues;
    private final Optional<LocalParameters> parameters;

    private Emulators(
            List<AutoCloseable> started,
            Optional<LocalTopics> topics,
            Optional<ElasticMq> queues,
            Optional<LocalParameters> parameters) {
        this.started = started;
        this.topics = topics;
        this.queues = queues;
        this.parameters = parameters;
    }

    /**
     * Uses {@code endpoint} for everything.
     *
     * @throws StartRefused when nobody answers there
     */
    static Emulators at(URI endpoint) {
        requireAnswer(endpoint);
        var emulators = new Emulators(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        for (var service : List.of("dynamodb", "sqs", "sns", "ssm")) {
            emulators.endpoints.put(service, endpoint);
        }
        return emulators;
    }

    private static void requireAnswer(URI endpoint) {
        int port = endpoint.getPort() > 0
                ? endpoint.getPort()
                : endpoint.getScheme().equals("https") ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), port), ANSWER_WITHIN_MILLIS);
        } catch (IOException e) {
            throw new StartRefused(
                    "nobody answers at %s: start it first, or name another with --endpoint".formatted(endpoint));
        }
    }

    /** Starts all of them at once; those that keep something keep it under {@code data}. */
    static Emulators start(Path home, Optional<Path> data, Consumer<InboxMessage> screen) {
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            var classPath = DynamoDbLocal.classPathFrom(home.resolve(CLASS_PATH));
            var history = starters.submit((Callable<DynamoDbLocal>)
                    () -> DynamoDbLocal.start(0, data.map(dir -> dir.resolve("history")), classPath));
            var queues = ElasticMq.start(0, data.map(dir -> dir.resolve("queues")));
            var parameters = LocalParameters.start(0);
            var topics = LocalTopics.start(0, data.map(dir -> dir.resolve("alerts")), queues.endpoint(), screen);
            var table = history.get();
            var emulators = new Emulators(
                    List.of(topics, parameters, queues, table),
                    Optional.of(topics),
                    Optional.of(queues),
                    Optional.of(parameters));
            emulators.endpoints.putAll(Map.of(
                    "dynamodb", table.endpoint(),
                    "sqs", queues.endpoint(),
                    "sns", topics.endpoint(),
                    "ssm", parameters.endpoint()));
            return emulators;
        } catch (ExecutionException e) {
            throw new StartRefused("DynamoDB Local did not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while starting");
        }
    }

    /** Endpoints by service: dynamodb, sqs, sns, ssm. */
    Map<String, URI> endpoints() {
        return endpoints;
    }

    /** When the oldest message of the queue so named was sent; empty when it has none, and at a foreign endpoint. */
    Optional<Instant> oldestMessage(String queueName) {
        return queues.flatMap(server -> server.oldest(queueName));
    }

    /**
     * From now on secrets that are put under {@code path} are written to {@code file} too; a foreign endpoint keeps its
     * parameters itself.
     */
    void keepSecrets(String path, Path file) {
        parameters.ifPresent(store -> store.keptBy(new KeptSecrets(path, file), SecretsFile.changed(file)));
    }

    /** The inbox of our own topic server; empty at a foreign endpoint. */
    Optional<Inbox> inbox(SnsClient sns, String topicArn) {
        return topics.map(server -> {
            sns.subscribe(
                    request -> request.topicArn(topicArn).protocol("inbox").endpoint("screen"));
            return new Inbox() {
                @Override
                public List<InboxMessage> messages() {
                    return server.inbox();
                }

                @Override
                public void close() {
                    // the server itself is closed with the emulators
                }
            };
        });
    }

    @Override
    public void close() {
        for (var emulator : started) {
            try {
                emulator.close();
            } catch (Exception e) {
                // One that does not stop in order must not keep the others from it; the process ends anyway.
                System.err.println("stopping: " + e.getClass().getSimpleName());
            }
        }
    }
}
