// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Pages of one partition of an index, with a cursor that means nothing outside. */
final class IndexPages {
    private final DynamoDbClient dynamo;
    private final String table;

    IndexPages(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * What to read.
     *
     * @param from smallest sort key
     */
    record Query(
            String index,
            String partitionName,
            String partition,
            String sortName,
            Optional<String> from,
            boolean ascending) {}

    record Answer(List<Attributes> items, Optional<String> next) {}

    /** Asks for one more than the page, so that a full last page is known to be the last. */
    Answer read(Query query, Optional<String> cursor, int limit) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":p", AttributeValue.fromS(query.partition()));
        query.from().ifPresent(from -> values.put(":f", AttributeValue.fromS(from)));
        var condition = "%s = :p".formatted(query.partitionName())
                + query.from()
                        .map(_ -> " AND %s >= :f".formatted(query.sortName()))
                        .orElse("");
        var request = QueryRequest.builder()
                .tableName(table)
                .indexName(query.index())
                .keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .scanIndexForward(query.ascending())
                .limit(limit + 1);
        cursor.ifPresent(text -> request.exclusiveStartKey(start(query, text)));
        var items = dynamo.query(request.build()).items().stream()
                .map(Attributes::of)
                .toList();
        if (items.size() <= limit) {
            return new Answer(items, Optional.empty());
        }
        var last = items.get(limit - 1);
        var next = new Cursor(last.text(Attributes.PK), last.text(query.sortName()));
        return new Answer(items.subList(0, limit), Optional.of(next.toString()));
    }

    private static Map<String, AttributeValue> start(Query query, String text) {
        var cursor = Cursor.parse(text);
        return Attributes.key(cursor.key(), Attributes.ITSELF)
                .put(query.partitionName(), query.partition())
                .put(query.sortName(), cursor.sort())
                .values();
    }
}
