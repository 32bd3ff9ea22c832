// SPDX-License-Identifier: Apache-2.0
package rapporto.outage;

/** A store, a queue or a topic did not answer, or refused. Calling again is safe. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param store {@code dynamodb}, {@code sqs}, {@code sns}, {@code ssm}
     * @param operation what was asked: {@code remember}
     * @param key of what; an id, never a person's words
     */
    public StoreUnavailable(String store, String operation, String key, Throwable cause) {
        super(
                "%s: %s %s failed: %s"
                        .formatted(store, operation, key, cause.getClass().getSimpleName()),
                cause);
    }
}
