// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rapporto.history.Stored;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Everything that is remembered, by a scan of the table in pages: no index holds all of it by time, and an operator's
 * rare question does not pay for one with every write.
 */
final class MemoryScan {
    /** Without a letter for the zone, so that it sorts before every time of the same second. */
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final Map<String, String> NAMES =
            MemoryItem.KEPT.stream().collect(Collectors.toMap(name -> "#" + name, name -> name));

    private final DynamoDbClient dynamo;
    private final String table;

    MemoryScan(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Looks at {@code limit} items of any kind, and keeps the memories of what happened since {@code since}. */
    Stored read(Instant since, Optional<String> cursor, int limit) {
        var request = ScanRequest.builder()
                .tableName(table)
                .filterExpression("begins_with(#pk, :c) AND #%s >= :since".formatted(MemoryItem.AT))
                .projectionExpression(String.join(",", NAMES.keySet()))
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(Map.of(
                        ":c", AttributeValue.fromS(MemoryItem.PREFIX),
                        ":since", AttributeValue.fromS(SECOND.format(since))))
                .limit(limit);
        cursor.map(Cursor::parse)
                .ifPresent(last -> request.exclusiveStartKey(
                        Attributes.key(last.key(), last.sort()).values()));
        var answer = dynamo.scan(request.build());
        var items = answer.items().stream()
                .map(Attributes::of)
                .map(item -> new Stored.Item(MemoryItem.read(item), MemoryItem.expiresAt(item)))
                .filter(item -> isSince(since, item))
                .toList();
        return new Stored(items, next(answer));
    }

    private static boolean isSince(Instant since, Stored.Item item) {
        return item.memory()
                .content()
                .filter(content -> !content.interaction().at().isBefore(since))
                .isPresent();
    }

    private static Optional<String> next(ScanResponse answer) {
        if (!answer.hasLastEvaluatedKey() || answer.lastEvaluatedKey().isEmpty()) {
            return Optional.empty();
        }
        var last = Attributes.of(new HashMap<>(answer.lastEvaluatedKey()));
        return Optional.of(new Cursor(last.text(Attributes.PK), last.text(Attributes.SK)).toString());
    }
}
