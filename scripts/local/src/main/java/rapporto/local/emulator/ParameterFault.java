// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import rapporto.json.Json;

/** What a request to the parameters got wrong, by the name that the SDK turns into its exception. */
final class ParameterFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * @param type {@code ParameterNotFound}
     * @param message names and shapes, never a value
     */
    ParameterFault(String type, String message) {
        super(message);
        this.type = type;
    }

    /** As AWS JSON 1.1 carries it. */
    ObjectNode document() {
        return Json.object().put("__type", type).put("message", getMessage());
    }
}
