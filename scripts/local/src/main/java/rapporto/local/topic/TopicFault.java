// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

/** A request that SNS would refuse, with the code and status that SNS gives it. */
final class TopicFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private TopicFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A parameter that breaks a rule. */
    static TopicFault parameter(String message) {
        return new TopicFault(400, "InvalidParameter", "Invalid parameter: " + message);
    }

    /** A message attribute that breaks a rule. */
    static TopicFault attribute(String message) {
        return new TopicFault(400, "ParameterValueInvalid", "Invalid parameter: MessageAttributes: " + message);
    }

    /** A batch as a whole that breaks a rule; {@code code} is SNS's: {@code EmptyBatchRequest}. */
    static TopicFault batch(String code, String message) {
        return new TopicFault(400, code, message);
    }

    /** A topic or subscription that is not here. */
    static TopicFault notFound(String message) {
        return new TopicFault(404, "NotFound", message);
    }

    /** An action that is not SNS's, or none of ours. */
    static TopicFault action(String name) {
        return new TopicFault(400, "InvalidAction", "action %s is unknown here".formatted(name));
    }

    /** A request that does not come from a client of this machine. */
    static TopicFault forbidden(String message) {
        return new TopicFault(403, "AuthorizationError", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Always there: every fault is made with one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
