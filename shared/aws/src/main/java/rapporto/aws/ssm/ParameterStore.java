// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * SecureString parameters, by Parameter Store's own JSON over the SDK's HTTP client and signer: the SDK's client for it
 * is as large as all else that the webhook function carries (docs/decisions/2026-11-24-secrets.md). Thread-safe. All
 * methods throw {@link StoreUnavailable} when the store did not answer or refused; calling again is safe.
 */
public final class ParameterStore {
    private static final int ATTEMPTS = 2;

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * @param http with time-outs
     * @param region that signatures name
     */
    public ParameterStore(SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI endpoint) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
    }

    /** The decrypted value of {@code name}; empty when there is no such parameter. */
    public Optional<String> get(String name) {
        var request = Json.object().put("Name", name).put("WithDecryption", true);
        return call("GetParameter", name, request)
                .map(answer -> answer.at("Parameter").at("Value").text());
    }

    /** Writes {@code name}, new or not. */
    public void put(String name, String value) {
        var request = Json.object()
                .put("Name", name)
                .put("Value", value)
                .put("Type", "SecureString")
                .put("Overwrite", true);
        call("PutParameter", name, request);
    }

    /** Decrypted values of all parameters at any depth under {@code path}, by name. */
    public SortedMap<String, String> under(String path) {
        var values = new TreeMap<String, String>();
        var next = Optional.<String>empty();
        do {
            var request = Json.object().put("Path", path).put("Recursive", true).put("WithDecryption", true);
            next.ifPresent(token -> request.put("NextToken", token));
            var page = call("GetParametersByPath", path, request).orElseThrow();
            for (var parameter : page.at("Parameters").array()) {
                values.put(parameter.at("Name").text(), parameter.at("Value").text());
            }
            next = page.at("NextToken").optionalText();
        } while (next.isPresent());
        return values;
    }

    private record Answer(int status, String body) {}

    /** Empty for a parameter that is not there. */
    private Optional<Field> call(String action, String name, ObjectNode request) {
        try {
            var answer = send(action, Json.write(request).getBytes(StandardCharsets.UTF_8));
            var document = Json.read(answer.body());
            if (answer.status() == 200) {
                return Optional.of(document);
            }
            var fault = document.at("__type").textOrEmpty();
            if (fault.endsWith("ParameterNotFound")) {
                return Optional.empty();
            }
            throw refusal(answer.status(), fault);
        } catch (IOException | RuntimeException e) {
            throw new StoreUnavailable("ssm", action, name, e);
        }
    }

    /** In the shape of the SDK's own refusals, so that logs tell it alike. */
    private static AwsServiceException refusal(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("ssm")
                        .errorCode(code.substring(code.indexOf('#') + 1))
                        .build())
                .build();
    }

    private Answer send(String action, byte[] body) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = sendOnce(action, body);
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

    private Answer sendOnce(String action, byte[] body) throws IOException {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM." + action)
                .build();
        var signed = signer.sign(what -> what.identity(credentials.resolveCredentials())
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
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
