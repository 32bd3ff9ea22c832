// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The far end of the wire inside this process: requests are signed and complete, and go nowhere.
 *
 * @param answers a service's JSON from the target and the body of a request
 */
record InProcess(BinaryOperator<String> answers) implements SdkHttpClient {
    /** Credentials of nobody: they open nothing. */
    static final AwsCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing"));

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var target = request.httpRequest()
                        .firstMatchingHeader("X-Amz-Target")
                        .orElse("");
                var answer = answers.apply(target, body(request)).getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {
                // there is nobody to part from
            }
        };
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static String body(HttpExecuteRequest request) throws IOException {
        var stream = request.contentStreamProvider();
        if (stream.isEmpty()) {
            return "";
        }
        try (var content = stream.get().newStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
