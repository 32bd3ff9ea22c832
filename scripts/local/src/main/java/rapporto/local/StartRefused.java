// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.List;

/** The machine cannot start, for these reasons: one line each, for people. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(List<String> reasons) {
        super(String.join("\n", reasons));
    }

    StartRefused(String reason) {
        this(List.of(reason));
    }
}
