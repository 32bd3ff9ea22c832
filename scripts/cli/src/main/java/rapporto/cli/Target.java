// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import picocli.CommandLine.Option;
import rapporto.cli.Exit.Stop;
import rapporto.json.Field;
import rapporto.json.Json;

/** The running machine that a command talks to. */
final class Target {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "the running machine (default ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:8080");

    URI at(String path) {
        return url.resolve(path);
    }

    /** What the machine tells of itself. */
    Field health() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(at("/local/health"))
                    .timeout(ANSWER_WITHIN)
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new Stop(Exit.UPSTREAM, "%s is not ready: status %d".formatted(url, answer.statusCode()));
            }
            return Json.read(answer.body()).object();
        } catch (IOException e) {
            throw new Stop(Exit.UPSTREAM, "%s does not answer: start it with scripts/start".formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.UPSTREAM, "interrupted");
        }
    }

    /** Points the SDK's clients at the machine's own endpoints. */
    Field connect() {
        var health = health();
        var endpoints = health.at("endpoints");
        System.setProperty("aws.endpointUrlDynamoDb", endpoints.at("dynamodb").text());
        System.setProperty("aws.endpointUrlSqs", endpoints.at("sqs").text());
        System.setProperty("aws.endpointUrlSns", endpoints.at("sns").text());
        System.setProperty("aws.endpointUrlSsm", endpoints.at("ssm").text());
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        return health;
    }
}
