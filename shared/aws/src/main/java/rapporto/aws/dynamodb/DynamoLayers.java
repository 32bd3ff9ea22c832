// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapporto.aws.client.Calls;
import rapporto.correction.LayerBytes;
import rapporto.correction.Layers;
import rapporto.correction.Trial;
import rapporto.correction.TrialJson;
import rapporto.json.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Layers in the table, every version an item of its own: {@code G#layer#<team>} / {@code V#0000000001}, and beside them
 * {@code A} with the number of the active one.
 */
public final class DynamoLayers implements Layers {
    private static final String BYTES = "b";
    private static final String NUMBER = "n";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Calls calls = new Calls("dynamodb");

    /** Keeps layers in {@code table}. */
    public DynamoLayers(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Version put(String team, LayerBytes layer, Kind kind, Trial trial, Instant now) {
        var partition = partition(team);
        return calls.call("put layer", partition, () -> {
            var newest = dynamo.query(withoutBytes(partition).limit(1).build()).items();
            long last =
                    newest.isEmpty() ? NONE : Attributes.of(newest.getFirst()).number(NUMBER);
            var next = new Version(last + 1, now, kind, trial, layer.digest());
            return write(partition, next, layer) ? next : put(team, layer, kind, trial, now);
        });
    }

    private boolean write(String partition, Version next, LayerBytes layer) {
        var item = Attributes.key(partition, sort(next.number()))
                .put(NUMBER, next.number())
                .put("at", next.madeAt().toString())
                .put("kind", next.kind().name())
                .put("trial", Json.write(TrialJson.of(next.trial())))
                .put("digest", next.digest())
                .put(BYTES, layer.toArray());
        try {
            dynamo.putItem(request ->
                    request.tableName(table).item(item.values()).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public List<Version> versions(String team) {
        var partition = partition(team);
        return calls.call(
                "read layers",
                partition,
                () -> dynamo.queryPaginator(withoutBytes(partition).build()).items().stream()
                        .map(Attributes::of)
                        .map(DynamoLayers::version)
                        .toList());
    }

    @Override
    public Optional<LayerBytes> find(String team, long version) {
        var partition = partition(team);
        return calls.call("read layer", partition, () -> item(partition, sort(version)))
                .map(item -> LayerBytes.of(item.bytes(BYTES)));
    }

    @Override
    public long active(String team) {
        var partition = partition(team);
        return calls.call("read active layer", partition, () -> item(partition, Attributes.ITSELF))
                .map(item -> item.number(NUMBER))
                .orElse(NONE);
    }

    @Override
    public void activate(String team, long version, Instant now) {
        var partition = partition(team);
        var item = Attributes.key(partition, Attributes.ITSELF)
                .put(NUMBER, version)
                .put("at", now.toString());
        calls.call(
                "activate layer",
                partition,
                () -> dynamo.putItem(request -> request.tableName(table).item(item.values())));
    }

    private Optional<Attributes> item(String partition, String sort) {
        var key = Attributes.key(partition, sort).values();
        var found = dynamo.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        return found.hasItem() ? Optional.of(Attributes.of(found.item())) : Optional.empty();
    }

    private QueryRequest.Builder withoutBytes(String partition) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :p AND begins_with(sk, :v)")
                .expressionAttributeValues(
                        Map.of(":p", AttributeValue.fromS(partition), ":v", AttributeValue.fromS("V#")))
                .projectionExpression("pk, sk, n, #at, kind, trial, digest")
                .expressionAttributeNames(Map.of("#at", "at"))
                .consistentRead(true)
                .scanIndexForward(false);
    }

    private static Version version(Attributes item) {
        return new Version(
                item.number(NUMBER),
                Instant.parse(item.text("at")),
                Kind.valueOf(item.text("kind")),
                TrialJson.read(Json.read(item.text("trial"))),
                item.text("digest"));
    }

    private static String partition(String team) {
        return "G#layer#" + team;
    }

    private static String sort(long version) {
        return "V#%010d".formatted(version);
    }
}
