// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack.differential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Calls of the template's table. */
final class DynamoCalls {
    private static final int ITEMS = 14;
    private static final Map<String, List<String>> INDEXES = Map.of(
            "timeline", List.of("tpk", "tsk"),
            "thread", List.of("hpk", "hsk"),
            "due", List.of("dpk", "dsk"),
            "pending", List.of("npk", "nsk"));

    private final DynamoDbClient dynamo;
    private final Outcomes outcomes;
    private final String table;

    DynamoCalls(DynamoDbClient dynamo, Outcomes outcomes, String table) {
        this.dynamo = dynamo;
        this.outcomes = outcomes;
        this.table = table;
    }

    void run() {
        writes();
        reads();
        new TreeMap<>(INDEXES).forEach(this::queries);
        updates();
        transactions();
        faults();
    }

    private void writes() {
        for (int i = 0; i < ITEMS; i++) {
            int number = i;
            outcomes.of("dynamodb put new " + i, () -> put(item(number), "attribute_not_exists(pk)"));
            outcomes.of("dynamodb put again " + i, () -> put(item(number), "attribute_not_exists(pk)"));
        }
        outcomes.of("dynamodb put on a condition that holds", () -> put(item(0), "attribute_exists(pk)"));
    }

    private void reads() {
        outcomes.of("dynamodb get", () -> shown(get("p0")));
        outcomes.of("dynamodb get none", () -> shown(get("none")));
        outcomes.of(
                "dynamodb query by key",
                () -> page(QueryRequest.builder()
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", text("p1")))));
    }

    private void queries(String index, List<String> keys) {
        for (boolean forward : List.of(true, false)) {
            outcomes.of(
                    "dynamodb %s, %s".formatted(index, forward ? "oldest first" : "newest first"),
                    () -> page(query(index, keys).scanIndexForward(forward)));
            outcomes.of(
                    "dynamodb %s, %s, by threes".formatted(index, forward ? "oldest first" : "newest first"), () -> {
                        var pages = new StringBuilder();
                        Map<String, AttributeValue> next = Map.of();
                        do {
                            var from = next;
                            var answer = dynamo.query(query(index, keys)
                                    .tableName(table)
                                    .scanIndexForward(forward)
                                    .limit(3)
                                    .exclusiveStartKey(from.isEmpty() ? null : from)
                                    .build());
                            pages.append(answer.items().stream()
                                    .map(DynamoCalls::key)
                                    .toList());
                            next = answer.lastEvaluatedKey();
                        } while (!next.isEmpty());
                        return pages;
                    });
        }
        outcomes.of(
                "dynamodb %s, from the middle".formatted(index),
                () -> page(QueryRequest.builder()
                        .indexName(index)
                        .keyConditionExpression("%s = :p AND %s >= :f".formatted(keys.get(0), keys.get(1)))
                        .expressionAttributeValues(Map.of(":p", text("one"), ":f", text("07")))));
    }

    private void updates() {
        for (int i = 1; i <= 3; i++) {
            outcomes.of("dynamodb count up to " + i, () -> dynamo.updateItem(request -> request.tableName(table)
                            .key(keyOf("p0"))
                            .updateExpression("ADD c :one")
                            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                            .returnValues(ReturnValue.UPDATED_NEW))
                    .attributes()
                    .get("c"));
        }
        outcomes.of(
                "dynamodb update on a condition that fails", () -> dynamo.updateItem(request -> request.tableName(table)
                                .key(keyOf("none"))
                                .conditionExpression("attribute_exists(pk)")
                                .updateExpression("SET x = :x")
                                .expressionAttributeValues(Map.of(":x", text("x"))))
                        .attributes());
        outcomes.of("dynamodb delete", () -> dynamo.deleteItem(
                        request -> request.tableName(table).key(keyOf("p13")).returnValues(ReturnValue.ALL_OLD))
                .attributes()
                .get("pk"));
        outcomes.of("dynamodb delete none", () -> dynamo.deleteItem(
                        request -> request.tableName(table).key(keyOf("p13")))
                .sdkHttpResponse()
                .statusCode());
    }

    private void transactions() {
        outcomes.of("dynamodb both of two", () -> both("t1", "t2"));
        outcomes.of("dynamodb neither of two", () -> both("t3", "t1"));
        outcomes.of("dynamodb neither was written", () -> shown(get("t3")));
        outcomes.of("dynamodb one item twice", () -> both("t4", "t4"));
    }

    private void faults() {
        outcomes.of("dynamodb put without sort key", () -> put(Map.of("pk", text("p")), "attribute_not_exists(pk)"));
        outcomes.of(
                "dynamodb put with an empty key",
                () -> put(Map.of("pk", text(""), "sk", text("A")), "attribute_not_exists(pk)"));
        outcomes.of(
                "dynamodb put with a number as key",
                () -> put(Map.of("pk", AttributeValue.fromN("1"), "sk", text("A")), "attribute_not_exists(pk)"));
        outcomes.of(
                "dynamodb put 400 KB",
                () -> put(
                        Map.of("pk", text("big"), "sk", text("A"), "x", text("x".repeat(410_000))),
                        "attribute_not_exists(pk)"));
        outcomes.of(
                "dynamodb put with an empty index key",
                () -> put(Map.of("pk", text("e"), "sk", text("A"), "tpk", text("")), "attribute_not_exists(pk)"));
        outcomes.of("dynamodb condition that is none", () -> put(item(0), "pk is new"));
        outcomes.of(
                "dynamodb query without key",
                () -> page(QueryRequest.builder()
                        .keyConditionExpression("x = :p")
                        .expressionAttributeValues(Map.of(":p", text("p")))));
        outcomes.of("dynamodb query of no index", () -> page(query("colour", List.of("tpk", "tsk"))));
        outcomes.of("dynamodb get of no table", () -> dynamo.getItem(
                        request -> request.tableName(table + "-none").key(keyOf("p0")))
                .hasItem());
    }

    private Object put(Map<String, AttributeValue> item, String condition) {
        try {
            return dynamo.putItem(request -> request.tableName(table)
                            .item(item)
                            .conditionExpression(condition)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .sdkHttpResponse()
                    .statusCode();
        } catch (ConditionalCheckFailedException e) {
            return "refused, there is " + shown(e.item());
        }
    }

    private Object both(String one, String other) {
        try {
            return dynamo.transactWriteItems(request -> request.transactItems(newItem(one), newItem(other)))
                    .sdkHttpResponse()
                    .statusCode();
        } catch (TransactionCanceledException e) {
            return e.cancellationReasons().stream().map(reason -> reason.code()).toList();
        }
    }

    private TransactWriteItem newItem(String key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(keyOf(key)).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private Map<String, AttributeValue> get(String key) {
        return dynamo.getItem(
                        request -> request.tableName(table).key(keyOf(key)).consistentRead(true))
                .item();
    }

    private Object page(QueryRequest.Builder query) {
        return dynamo.query(query.tableName(table).build()).items().stream()
                .map(DynamoCalls::key)
                .toList();
    }

    private static QueryRequest.Builder query(String index, List<String> keys) {
        return QueryRequest.builder()
                .indexName(index)
                .keyConditionExpression(keys.get(0) + " = :p")
                .expressionAttributeValues(Map.of(":p", text("one")));
    }

    private static Map<String, AttributeValue> item(int number) {
        var item = new HashMap<>(keyOf("p" + number));
        var sort = "%02d".formatted(number * 5 % ITEMS);
        INDEXES.values().forEach(keys -> {
            if ((number + keys.getFirst().charAt(0)) % 3 != 0) {
                item.put(keys.get(0), text("one"));
                item.put(keys.get(1), text(sort));
            }
        });
        return item;
    }

    private static Map<String, AttributeValue> keyOf(String key) {
        return Map.of("pk", text(key), "sk", text("A"));
    }

    private static String key(Map<String, AttributeValue> item) {
        var key = item.get("pk");
        return key == null ? "nothing" : key.s();
    }

    private static String shown(Map<String, AttributeValue> item) {
        return new TreeMap<>(item)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().s())
                        .collect(Collectors.joining(" "));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
