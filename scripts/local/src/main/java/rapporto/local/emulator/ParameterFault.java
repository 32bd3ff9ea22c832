// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import rapporto.json.Json;

/** What went wrong with a request to the parameters, by the name that the SDK turns into its exception. */
final class ParameterFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The type of what is not the request's fault. */
    static final String OURS = "InternalServerError";

    private final String type;

    /**
     * @param type {@code ParameterNotFound}
     * @param message names and shapes, never a value
     */
    ParameterFault(String type, String message) {
        super(message);
        this.type = type;
    }

    int status() {
        return type.equals(OURS) ? 500 : 400;
    }

    /** As AWS JSON 1.1 carries it. */
    ObjectNode document() {
        return Json.object().put("__type", type).put("message", getMessage());
    }
}
