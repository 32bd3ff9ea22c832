// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import java.util.List;
import rapporto.interaction.SourceId;

/**
 * All that must be known of a source before one of its requests is let in.
 *
 * @param secrets newest first, one or two: two while rotating
 * @param maxBodyBytes longest accepted body
 */
public record Door(SourceId source, List<Secret> secrets, int maxBodyBytes) {
    /** Most secrets that may be active at once. */
    public static final int MAX_SECRETS = 2;

    /** Longest body that a source accepts unless told otherwise: 1 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

    /** Refuses a door without a lock. */
    public Door {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > MAX_SECRETS) {
            throw new IllegalArgumentException(
                    "%s has %d secrets, wanted 1 to %d".formatted(source, secrets.size(), MAX_SECRETS));
        }
    }

    /** This door with {@code secret} as its newest, beside the one that was newest until now. */
    public Door rotatedTo(Secret secret) {
        return new Door(source, List.of(secret, secrets.getFirst()), maxBodyBytes);
    }

    /** This door with its newest secret alone. */
    public Door settled() {
        return new Door(source, secrets.subList(0, 1), maxBodyBytes);
    }

    /** Whether two secrets are active. */
    public boolean isRotating() {
        return secrets.size() > 1;
    }

    /** This door with another longest accepted body. */
    public Door limitedTo(int bytes) {
        return new Door(source, secrets, bytes);
    }
}
