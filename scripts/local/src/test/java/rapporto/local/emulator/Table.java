// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** One table with a hash key, spoken to by the real client. */
record Table(DynamoDbClient dynamo) {
    private static final String NAME = "rapporto";

    static Table create(DynamoDbClient dynamo) {
        dynamo.createTable(request -> request.tableName(NAME)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
        return new Table(dynamo);
    }

    /** Puts an item that must be new; false when it was there. */
    boolean put(String key) {
        try {
            dynamo.putItem(
                    request -> request.tableName(NAME).item(item(key)).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    boolean has(String key) {
        return dynamo.getItem(request -> request.tableName(NAME).key(item(key)).consistentRead(true))
                .hasItem();
    }

    private static Map<String, AttributeValue> item(String key) {
        return Map.of("pk", AttributeValue.fromS(key));
    }
}
