// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rapporto.aws.client.Calls;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Page;
import rapporto.history.Remembered;
import rapporto.history.Remembered.Outcome;
import rapporto.history.Understood;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.ThreadKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * History in the table. The first state of an item is one write; a repeat is one refused write, whose answer holds what
 * is known; anything else is merged with that and written if nobody was quicker.
 */
public final class DynamoHistory implements History {
    /** How often somebody else may be quicker before the queue is left to try again. */
    private static final int MAX_RACES = 10;

    private final DynamoDbClient dynamo;
    private final String table;
    private final IndexPages pages;
    private final Calls calls = new Calls("dynamodb");

    /** Keeps history in {@code table}. */
    public DynamoHistory(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.pages = new IndexPages(dynamo, table);
    }

    private record Held(Memory memory, long revision) {
        static Held of(Map<String, AttributeValue> item) {
            var attributes = Attributes.of(item);
            return new Held(MemoryItem.read(attributes), attributes.number(MemoryItem.REVISION));
        }
    }

    @Override
    public Remembered remember(Understood state, Optional<Instant> expiresAt) {
        var told = Memory.of(state);
        return calls.call("remember", told.key().toString(), () -> remember(told, expiresAt));
    }

    private Remembered remember(Memory told, Optional<Instant> expiresAt) {
        var held = Optional.<Held>empty();
        for (int race = 0; race < MAX_RACES; race++) {
            var merged =
                    held.map(Held::memory).map(memory -> memory.merge(told)).orElse(told);
            if (held.map(Held::memory).filter(merged::equals).isPresent()) {
                return new Remembered(Outcome.REPEATED, merged);
            }
            var quicker = put(merged, held, expiresAt);
            if (quicker.isEmpty()) {
                return new Remembered(held.isEmpty() ? Outcome.NEW : Outcome.CHANGED, merged);
            }
            held = quicker;
        }
        throw ConditionalCheckFailedException.builder()
                .message("lost %d races".formatted(MAX_RACES))
                .build();
    }

    /** Writes {@code memory} over {@code held}; answers with what is there instead when that is not so. */
    private Optional<Held> put(Memory memory, Optional<Held> held, Optional<Instant> expiresAt) {
        long revision = held.map(Held::revision).orElse(0L);
        var put = PutItemRequest.builder()
                .tableName(table)
                .item(MemoryItem.write(memory, revision + 1, expiresAt).values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (held.isEmpty()) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("rev = :rev")
                    .expressionAttributeValues(Map.of(":rev", AttributeValue.fromN(Long.toString(revision))));
        }
        try {
            dynamo.putItem(put.build());
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(Held.of(e.item()));
        }
    }

    @Override
    public Optional<Memory> find(ContentKey key) {
        return calls.call("find", key.toString(), () -> {
            var id = Attributes.key(MemoryItem.pk(key), Attributes.ITSELF).values();
            var found =
                    dynamo.getItem(request -> request.tableName(table).key(id).consistentRead(true));
            return found.hasItem() ? Optional.of(MemoryItem.read(Attributes.of(found.item()))) : Optional.empty();
        });
    }

    @Override
    public Page timeline(Identity who, Optional<String> from, int limit) {
        var query = new IndexPages.Query(
                "timeline", MemoryItem.TIMELINE, who.toString(), MemoryItem.TIMELINE_SORT, Optional.empty(), false);
        return page(query, from, limit);
    }

    @Override
    public Page thread(ThreadKey thread, Instant since, Optional<String> from, int limit) {
        var query = new IndexPages.Query(
                "thread",
                MemoryItem.THREAD,
                thread.toString(),
                MemoryItem.THREAD_SORT,
                Optional.of(SortKey.of(since)),
                true);
        return page(query, from, limit);
    }

    private Page page(IndexPages.Query query, Optional<String> from, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit is %d, wanted 1 to %d".formatted(limit, MAX_PAGE));
        }
        return calls.call(query.index(), query.partition(), () -> {
            var answer = pages.read(query, from, limit);
            var entries = answer.items().stream()
                    .map(item -> MemoryItem.entry(item, query.sortName()))
                    .toList();
            return new Page(entries, answer.next());
        });
    }
}
