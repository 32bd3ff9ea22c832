// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where LocalStack answers, and its CloudFormation, whose SDK client is not worth a dependency for four calls. */
public final class LocalStack {
    /** Of no weight, but LocalStack reads the service from it. */
    private static final String AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cloudformation/"
            + "aws4_request, SignedHeaders=host, Signature=0";

    private final HttpClient client = HttpClient.newHttpClient();

    /** Base URL. */
    public static URI endpoint() {
        var port = Optional.ofNullable(System.getenv("LOCALSTACK_PORT")).orElse("4566");
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What CloudFormation answers to {@code action}, as XML. */
    public String cloudFormation(String action, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "Action=" + action + "&Version=2010-05-15&", ""));
        var answer = send(HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new AssertionError("cloudformation %s: %s".formatted(action, answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("nobody answers at %s: scripts/localstack start".formatted(endpoint()), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
