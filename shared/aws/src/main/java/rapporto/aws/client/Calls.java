// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.client;

import java.util.function.Supplier;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls to one AWS store, whose faults become {@link StoreUnavailable}.
 *
 * @param store {@code dynamodb}, {@code sqs}, {@code sns}, {@code ssm}
 */
public record Calls(String store) {
    /**
     * What {@code call} answers; the caller catches the refusals that mean something to it inside.
     *
     * @param key of what; an id, never a person's words
     */
    public <T> T call(String operation, String key, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreUnavailable(store, operation, key, e);
        }
    }
}
