// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack.differential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What calls came to, in order: what a caller relies on, or the error with its status. */
final class Outcomes {
    private final Map<String, String> byLabel = new LinkedHashMap<>();

    /** Makes one call; {@code label} tells it from all others. */
    void of(String label, Supplier<Object> call) {
        String outcome;
        try {
            outcome = String.valueOf(call.get());
        } catch (AwsServiceException e) {
            outcome = "%d %s".formatted(e.statusCode(), e.awsErrorDetails().errorCode());
        } catch (SdkException e) {
            outcome = e.getClass().getSimpleName();
        }
        if (byLabel.put(label, outcome) != null) {
            throw new AssertionError("two calls are labelled " + label);
        }
    }

    /** By label. */
    Map<String, String> byLabel() {
        return byLabel;
    }
}
