// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import rapporto.alert.AlertMessage;
import rapporto.aws.client.Calls;
import rapporto.escalation.Case;
import rapporto.escalation.Case.State;
import rapporto.escalation.Cases;
import rapporto.interaction.ContentKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Cases in the table. A change reads the case and writes it back on condition that nobody changed it since. */
public final class DynamoCases implements Cases {
    private static final int MAX_RACES = 10;

    private final DynamoDbClient dynamo;
    private final String table;
    private final CaseFeed feed;
    private final Calls calls = new Calls("dynamodb");

    /** Keeps cases in {@code table}. */
    public DynamoCases(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.feed = new CaseFeed(dynamo, table);
    }

    @Override
    public Optional<Case> find(String id) {
        return calls.call("find case", id, () -> get(id));
    }

    @Override
    public boolean open(Case fresh) {
        return calls.call("open case", fresh.id(), () -> put(fresh, "attribute_not_exists(pk)", Map.of()));
    }

    @Override
    public void feed(String id, ContentKey by, Instant now) {
        calls.call("feed case", id, () -> feed.count(id, by));
    }

    @Override
    public boolean alert(String id, AlertMessage alert, Instant now, Instant dueAt) {
        return move("alert case", id, State.WAITING, held -> held.alerted(alert, now, dueAt));
    }

    @Override
    public void sent(String id, Instant now) {
        move("note sent", id, State.PENDING, held -> held.with(State.SENT, now, held.occurrences()));
    }

    @Override
    public boolean close(String id, Instant now) {
        return move("close case", id, State.WAITING, held -> held.with(State.CLOSED, now, held.occurrences()));
    }

    @Override
    public List<Case> pendingSince(Instant then, int limit) {
        return select(
                new Selection(
                        "pending",
                        CaseItem.PENDING,
                        CaseItem.PENDING_SORT,
                        CaseItem::unsent,
                        Set.of(State.PENDING),
                        Case::changedAt),
                then,
                limit);
    }

    @Override
    public List<Case> waitingDue(Instant then, int limit) {
        return select(
                new Selection(
                        "due", CaseItem.DUE, CaseItem.DUE_SORT, CaseItem::waiting, Set.of(State.WAITING), Case::dueAt),
                then,
                limit);
    }

    @Override
    public List<Case> alertedDue(Instant then, int limit) {
        return select(
                new Selection(
                        "due",
                        CaseItem.DUE,
                        CaseItem.DUE_SORT,
                        CaseItem::alerted,
                        Set.of(State.PENDING, State.SENT),
                        Case::dueAt),
                then,
                limit);
    }

    private record Selection(
            String index,
            String partitionName,
            String sortName,
            IntFunction<String> partition,
            Set<State> states,
            Function<Case, Instant> time) {}

    /** The index may lag, so what it names is read again and must still be as selected. */
    private List<Case> select(Selection selection, Instant then, int limit) {
        return calls.call(selection.index(), SortKey.of(then), () -> {
            var found = new ArrayList<Case>();
            for (int shard = 0; shard < CaseItem.SHARDS; shard++) {
                for (var id : ids(selection, selection.partition().apply(shard), then, limit)) {
                    get(id).filter(held -> selection.states().contains(held.state()))
                            .ifPresent(found::add);
                }
            }
            found.sort(Comparator.comparing(selection.time()));
            return found.stream().limit(limit).toList();
        });
    }

    private List<String> ids(Selection selection, String partition, Instant then, int limit) {
        var values = Map.of(":p", AttributeValue.fromS(partition), ":t", AttributeValue.fromS(SortKey.of(then)));
        var condition = "%s = :p AND %s < :t".formatted(selection.partitionName(), selection.sortName());
        return dynamo
                .query(request -> request.tableName(table)
                        .indexName(selection.index())
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> Attributes.of(item).text(Attributes.PK).substring(2))
                .toList();
    }

    private Optional<Case> get(String id) {
        var key = Attributes.key(CaseItem.pk(id), Attributes.ITSELF).values();
        var found = dynamo.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        return found.hasItem() ? Optional.of(CaseItem.read(Attributes.of(found.item()))) : Optional.empty();
    }

    private boolean move(String operation, String id, State from, UnaryOperator<Case> change) {
        return calls.call(operation, id, () -> {
            for (int race = 0; race < MAX_RACES; race++) {
                var held = get(id).filter(there -> there.state() == from);
                if (held.isEmpty()) {
                    return false;
                }
                if (put(change.apply(held.get()), "st = :st AND occ = :occ", asHeld(held.get()))) {
                    return true;
                }
            }
            throw ConditionalCheckFailedException.builder()
                    .message("lost %d races".formatted(MAX_RACES))
                    .build();
        });
    }

    private static Map<String, AttributeValue> asHeld(Case held) {
        return Map.of(
                ":st", AttributeValue.fromS(held.state().name()),
                ":occ", AttributeValue.fromN(Integer.toString(held.occurrences())));
    }

    private boolean put(Case held, String condition, Map<String, AttributeValue> values) {
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(CaseItem.write(held).values())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
