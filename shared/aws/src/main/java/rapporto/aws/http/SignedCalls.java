// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Signed POST requests to one AWS service. Thread-safe. */
public final class SignedCalls {
    private static final int ATTEMPTS = 2;

    private final String service;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * @param service that signatures name: {@code ssm}
     * @param http with time-outs
     * @param region that signatures name
     */
    public SignedCalls(
            String service, SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI endpoint) {
        this.service = service;
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
    }

    /** What the service answered. */
    public record Answer(int status, String body) {}

    /** The answer to {@code body}, asked for once more after a broken connection or a fault of the service. */
    public Answer post(Map<String, String> headers, String body) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = postOnce(headers, body.getBytes(StandardCharsets.UTF_8));
                if (answer.status() < 500 || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (IOException e) {
                // A connection that stood idle, or was kept in a snapshot, is often found dead only now.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Answer postOnce(Map<String, String> headers, byte[] body) throws IOException {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint);
        headers.forEach(request::putHeader);
        var signed = signer.sign(what -> what.identity(credentials.resolveCredentials())
                .request(request.build())
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        var call = HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow())
                .build();
        var response = http.prepareRequest(call).call();
        try (var answer = response.responseBody().orElseThrow()) {
            var text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(response.httpResponse().statusCode(), text);
        }
    }
}
