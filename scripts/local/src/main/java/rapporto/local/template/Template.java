// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system as {@code template.yaml} describes it.
 *
 * @param parameters defaults by name
 */
public record Template(
        Map<String, String> parameters,
        List<Function> functions,
        List<Queue> queues,
        List<Table> tables,
        List<Topic> topics) {

    /**
     * A Lambda.
     *
     * @param handler class name, without the method
     * @param environment variables, to be resolved once the resources are there
     */
    public record Function(
            String id,
            String handler,
            Duration timeout,
            Map<String, Expression> environment,
            List<Route> routes,
            List<QueueMapping> mappings,
            List<Duration> schedules) {}

    /** An HTTP route: {@code ANY /hooks/{channel}/{source}}. */
    public record Route(String method, String path) {}

    /**
     * What polls a queue for a function.
     *
     * @param queue by logical id
     */
    public record QueueMapping(String queue, int batchSize, int maximumConcurrency, boolean partialFailures) {}

    /** A standard queue. */
    public record Queue(String id, Expression name, Map<String, String> attributes, Optional<Redrive> redrive) {}

    /**
     * Where a queue's messages go that fail again and again.
     *
     * @param deadLetters queue by logical id
     */
    public record Redrive(String deadLetters, int maxReceiveCount) {}

    /** A table; attribute types by name. */
    public record Table(
            String id, Map<String, String> attributes, KeySchema key, List<Index> indexes, Optional<String> ttl) {}

    /** Partition and sort attribute. */
    public record KeySchema(String partition, String sort) {}

    /** A global index; an empty projection holds the keys only. */
    public record Index(String name, KeySchema key, List<String> projected) {}

    /** An SNS topic. */
    public record Topic(String id, Expression name) {}

    /** A value that may name other resources. */
    public sealed interface Expression {
        /** Text as it stands. */
        record Text(String text) implements Expression {}

        /** What {@code !Ref} gives. */
        record Ref(String id) implements Expression {}

        /** What {@code !GetAtt} gives. */
        record Attribute(String id, String attribute) implements Expression {}

        /** Text with <code>${Name}</code> and <code>${Name.Attribute}</code> in it. */
        record Sub(String text) implements Expression {}
    }
}
