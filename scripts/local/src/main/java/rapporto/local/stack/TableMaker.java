// SPDX-License-Identifier: Apache-2.0
package rapporto.local.stack;

import java.util.List;
import rapporto.local.template.Template.KeySchema;
import rapporto.local.template.Template.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Makes a table with its indexes, stream and time to live. */
public final class TableMaker {
    private final DynamoDbClient dynamo;

    /** Makes tables by {@code dynamo}. */
    public TableMaker(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /**
     * Makes the table; one that is there stays as it is, also one that CloudFormation made, whose name goes on with a
     * hyphen and letters of its own.
     *
     * @return its name
     */
    public String make(Table table, String name) {
        var made = dynamo.listTablesPaginator().tableNames().stream()
                .filter(one -> one.equals(name) || one.startsWith(name + "-"))
                .findFirst();
        return made.orElseGet(() -> create(table, name));
    }

    private String create(Table table, String name) {
        try {
            dynamo.createTable(request(table, name));
        } catch (ResourceInUseException e) {
            return name; // made by another at this moment
        }
        dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(name));
        table.ttl()
                .ifPresent(attribute -> dynamo.updateTimeToLive(
                        update -> update.tableName(name).timeToLiveSpecification(ttl -> ttl.attributeName(attribute)
                                .enabled(true))));
        return name;
    }

    private static CreateTableRequest request(Table table, String name) {
        var definitions = table.attributes().entrySet().stream()
                .map(entry -> AttributeDefinition.builder()
                        .attributeName(entry.getKey())
                        .attributeType(entry.getValue())
                        .build())
                .toList();
        var indexes = table.indexes().stream()
                .map(index -> GlobalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(key(index.key()))
                        .projection(projection(index.projected()))
                        .build())
                .toList();
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(definitions)
                .keySchema(key(table.key()))
                .globalSecondaryIndexes(indexes)
                .streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .build();
    }

    private static List<KeySchemaElement> key(KeySchema key) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(key.partition())
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(key.sort())
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static Projection projection(List<String> projected) {
        return projected.isEmpty()
                ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
                : Projection.builder()
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(projected)
                        .build();
    }
}
