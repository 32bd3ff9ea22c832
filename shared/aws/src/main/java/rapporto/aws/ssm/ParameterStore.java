// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rapporto.aws.http.SignedCalls;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * SecureString parameters, by Parameter Store's own JSON over the SDK's HTTP client and signer: the SDK's client for it
 * is as large as all else that the webhook function carries (docs/decisions/2026-11-24-secrets.md). Thread-safe. All
 * methods throw {@link StoreUnavailable} when the store did not answer or refused; calling again is safe.
 */
public final class ParameterStore {
    private final SignedCalls calls;

    /** @param calls of {@code ssm} */
    public ParameterStore(SignedCalls calls) {
        this.calls = calls;
    }

    /**
     * A parameter, decrypted. {@link #toString} hides the value.
     *
     * @param changed when it was last written; empty where the store does not say
     */
    public record Found(String value, Optional<Instant> changed) {
        @Override
        public String toString() {
            return "Found[changed %s]".formatted(changed);
        }
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

    /** All parameters at any depth under {@code path}, by name. */
    public SortedMap<String, Found> under(String path) {
        var values = new TreeMap<String, Found>();
        var next = Optional.<String>empty();
        do {
            var request = Json.object().put("Path", path).put("Recursive", true).put("WithDecryption", true);
            next.ifPresent(token -> request.put("NextToken", token));
            var page = call("GetParametersByPath", path, request).orElseThrow();
            for (var parameter : page.at("Parameters").array()) {
                values.put(parameter.at("Name").text(), found(parameter));
            }
            next = page.at("NextToken").optionalText();
        } while (next.isPresent());
        return values;
    }

    /** Times are seconds with a fraction (API reference, "Parameter", read 2026-11-24). */
    private static Found found(Field parameter) {
        var changed = Optional.of(parameter.at("LastModifiedDate").node())
                .filter(JsonNode::isNumber)
                .map(seconds -> Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1_000)));
        return new Found(parameter.at("Value").text(), changed);
    }

    /** Empty for a parameter that is not there. */
    private Optional<Field> call(String action, String name, ObjectNode request) {
        try {
            var headers = Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "AmazonSSM." + action);
            var answer = calls.post(headers, Json.write(request));
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
}
