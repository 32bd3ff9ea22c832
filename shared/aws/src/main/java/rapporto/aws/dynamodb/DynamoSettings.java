// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rapporto.aws.client.Calls;
import rapporto.settings.SettingsStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Settings in the table, every version an item of its own: {@code G#settings} / {@code V#0000000001}. */
public final class DynamoSettings implements SettingsStore {
    private static final String PARTITION = "G#settings";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Calls calls = new Calls("dynamodb");

    /** Keeps settings in {@code table}. */
    public DynamoSettings(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Stored> current() {
        return calls.call("read settings", PARTITION, this::latest);
    }

    @Override
    public Stored put(String document, Instant now) {
        return calls.call("put settings", PARTITION, () -> {
            var latest = latest();
            if (latest.isPresent() && latest.get().document().equals(document)) {
                return latest.get();
            }
            var next = new Stored(latest.map(Stored::version).orElse(0L) + 1, document);
            return write(next, now) ? next : put(document, now);
        });
    }

    private boolean write(Stored next, Instant now) {
        var item = Attributes.key(PARTITION, "V#%010d".formatted(next.version()))
                .put("n", next.version())
                .put("doc", next.document())
                .put("at", now.toString());
        try {
            dynamo.putItem(request ->
                    request.tableName(table).item(item.values()).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Optional<Stored> latest() {
        var items = dynamo.query(request -> request.tableName(table)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(PARTITION)))
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(1))
                .items();
        return items.stream()
                .map(Attributes::of)
                .map(item -> new Stored(item.number("n"), item.text("doc")))
                .findFirst();
    }
}
