// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import java.util.Optional;

/** Who wrote or did it. Many channels send an id alone, so name and handle may be unknown. */
public record Author(Identity identity, Optional<String> name, Optional<String> handle) {
    /** An author of whom only the id is known. */
    public static Author of(Identity identity) {
        return new Author(identity, Optional.empty(), Optional.empty());
    }

    /** The best name to show: name, else handle, else the native id. */
    public String shown() {
        return name.or(() -> handle).orElse(identity.nativeId());
    }
}
