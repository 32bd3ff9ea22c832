// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.lambda;

import java.util.Map;

/**
 * The settings of a function that the template sets.
 *
 * @param values environment variables by name
 */
public record Environment(Map<String, String> values) {
    /** Name of the table. */
    public String table() {
        return required("RAPPORTO_TABLE");
    }

    /** URL of the queue from webhook to classify. */
    public String deliveriesQueue() {
        return required("RAPPORTO_DELIVERIES_QUEUE");
    }

    /** URL of the queue of deliveries that could not be understood. */
    public String deliveriesDeadLetters() {
        return required("RAPPORTO_DELIVERIES_DEAD_LETTERS");
    }

    /** URL of the queue from classify to escalate. */
    public String escalationsQueue() {
        return required("RAPPORTO_ESCALATIONS_QUEUE");
    }

    /** ARN of the alert topic. */
    public String alertsTopic() {
        return required("RAPPORTO_ALERTS_TOPIC");
    }

    /** Path of the sources' parameters: {@code /rapporto/prod/sources}. */
    public String sourcesPath() {
        return required("RAPPORTO_SOURCES_PATH");
    }

    /** Namespace of this stack's metrics: {@code Rapporto/prod}. */
    public String metrics() {
        return required("RAPPORTO_METRICS");
    }

    /** Which deployment this is: {@code prod}. */
    public String stage() {
        return required("RAPPORTO_STAGE");
    }

    private String required(String name) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s is missing, wanted what template.yaml sets".formatted(name));
        }
        return value;
    }
}
