// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.util.Map;
import rapporto.interaction.ContentKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Counts what feeds a case: a mark for the interaction and one more occurrence, both or neither. */
final class CaseFeed {
    private static final int MAX_RACES = 10;
    private static final String CONFLICT = "TransactionConflict";

    private final DynamoDbClient dynamo;
    private final String table;

    CaseFeed(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Whether {@code by} was new to the case and did not open it. */
    boolean count(String id, ContentKey by) {
        for (int race = 1; ; race++) {
            try {
                dynamo.transactWriteItems(request -> request.transactItems(mark(id, by), oneMore(id, by)));
                return true;
            } catch (TransactionCanceledException e) {
                boolean conflict = e.cancellationReasons().stream().anyMatch(reason -> CONFLICT.equals(reason.code()));
                if (!conflict) {
                    return false;
                }
                if (race == MAX_RACES) {
                    throw e;
                }
            }
        }
    }

    private TransactWriteItem mark(String id, ContentKey by) {
        var mark = Put.builder()
                .tableName(table)
                .item(Attributes.key(CaseItem.pk(id), CaseItem.seen(by)).values())
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return TransactWriteItem.builder().put(mark).build();
    }

    private TransactWriteItem oneMore(String id, ContentKey by) {
        var update = Update.builder()
                .tableName(table)
                .key(Attributes.key(CaseItem.pk(id), Attributes.ITSELF).values())
                .updateExpression("ADD occ :one")
                .conditionExpression("attribute_exists(pk) AND #by <> :by")
                .expressionAttributeNames(Map.of("#by", "by"))
                .expressionAttributeValues(
                        Map.of(":one", AttributeValue.fromN("1"), ":by", AttributeValue.fromS(by.toString())))
                .build();
        return TransactWriteItem.builder().update(update).build();
    }
}
