// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapporto.aws.client.Calls;
import rapporto.correction.Correction;
import rapporto.correction.Corrections;
import rapporto.correction.Judgement;
import rapporto.correction.Role;
import rapporto.interaction.ContentKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Corrections in the table, an item each: {@code G#corrections#<team>} / {@code 2026-01-05T09:00:00.000000Z#<digest>}.
 * The digest is of what is said, so that the same again falls on the same item.
 */
public final class DynamoCorrections implements Corrections {
    private final DynamoDbClient dynamo;
    private final String table;
    private final Calls calls = new Calls("dynamodb");

    /** Keeps corrections in {@code table}. */
    public DynamoCorrections(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void append(Correction correction) {
        var partition = partition(correction.team());
        var judgement = correction.judgement();
        var item = Attributes.key(partition, SortKey.of(correction.at(), digest(correction)))
                .put("item", correction.item().toString())
                .put("head", judgement.head())
                .put("value", judgement.value())
                .put("by", correction.by())
                .put("role", correction.role().name());
        calls.call(
                "append correction",
                partition,
                () -> dynamo.putItem(request -> request.tableName(table).item(item.values())));
    }

    @Override
    public List<Correction> of(String team) {
        var partition = partition(team);
        return calls.call("read corrections", partition, () -> dynamo
                .queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(partition)))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> read(team, Attributes.of(item)))
                .toList());
    }

    private static Correction read(String team, Attributes item) {
        return new Correction(
                team,
                ContentKey.parse(item.text("item")),
                Judgement.of(item.text("head"), item.text("value")),
                item.text("by"),
                Role.valueOf(item.text("role")),
                SortKey.time(item.text(Attributes.SK)));
    }

    private static String partition(String team) {
        return "G#corrections#" + team;
    }

    private static String digest(Correction correction) {
        var said = String.join(
                "\u0000",
                correction.item().toString(),
                correction.judgement().head(),
                correction.judgement().value(),
                correction.by(),
                correction.role().name());
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
