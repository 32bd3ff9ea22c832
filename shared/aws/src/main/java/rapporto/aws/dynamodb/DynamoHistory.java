// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rapporto.aws.client.Calls;
import rapporto.history.Content;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Page;
import rapporto.history.Remembered;
import rapporto.history.Remembered.Outcome;
import rapporto.history.Stored;
import rapporto.history.Understood;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.ThreadKey;
import rapporto.reading.Reading;
import software.amazon.awssdk.core.exception.SdkException;
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
    private final MemoryScan scan;
    private final Calls calls = new Calls("dynamodb");

    /** Keeps history in {@code table}. */
    public DynamoHistory(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.pages = new IndexPages(dynamo, table);
        this.scan = new MemoryScan(dynamo, table);
    }

    /** What is there, and what the next write must find unchanged. */
    private record Held(Memory memory, long revision, Optional<Instant> expiresAt) {
        static Held of(Map<String, AttributeValue> item) {
            var attributes = Attributes.of(item);
            return new Held(
                    MemoryItem.read(attributes),
                    attributes.number(MemoryItem.REVISION),
                    MemoryItem.expiresAt(attributes));
        }
    }

    /** Whether a write was done; where somebody was quicker, what is there instead: nothing, once it was dropped. */
    private record Put(boolean done, Optional<Held> there) {}

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
            var put = put(merged, held, expiresAt);
            if (put.done()) {
                return new Remembered(held.isEmpty() ? Outcome.NEW : Outcome.CHANGED, merged);
            }
            held = put.there();
        }
        throw tooManyRaces();
    }

    /** Writes {@code memory} over {@code held}. */
    private Put put(Memory memory, Optional<Held> held, Optional<Instant> expiresAt) {
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
            return new Put(true, Optional.empty());
        } catch (ConditionalCheckFailedException e) {
            return new Put(false, e.item().isEmpty() ? Optional.empty() : Optional.of(Held.of(e.item())));
        }
    }

    private static SdkException tooManyRaces() {
        return ConditionalCheckFailedException.builder()
                .message("lost %d races".formatted(MAX_RACES))
                .build();
    }

    @Override
    public Optional<Memory> find(ContentKey key) {
        return calls.call("find", key.toString(), () -> held(key).map(Held::memory));
    }

    private Optional<Held> held(ContentKey key) {
        var id = Attributes.key(MemoryItem.pk(key), Attributes.ITSELF).values();
        var found = dynamo.getItem(request -> request.tableName(table).key(id).consistentRead(true));
        return found.hasItem() ? Optional.of(Held.of(found.item())) : Optional.empty();
    }

    @Override
    public boolean reread(Content said, Reading reading) {
        var key = said.interaction().key();
        return calls.call("reread", key.toString(), () -> {
            var held = held(key);
            for (int race = 0; race < MAX_RACES; race++) {
                var better = held.map(Held::memory).map(memory -> memory.reread(said, reading));
                if (better.isEmpty() || better.equals(held.map(Held::memory))) {
                    return false;
                }
                var put = put(better.get(), held, held.flatMap(Held::expiresAt));
                if (put.done()) {
                    return true;
                }
                held = put.there();
            }
            throw tooManyRaces();
        });
    }

    @Override
    public Stored stored(Instant since, Optional<String> from, int limit) {
        check(limit);
        return calls.call("scan", since.toString(), () -> scan.read(since, from, limit));
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
        check(limit);
        return calls.call(query.index(), query.partition(), () -> {
            var answer = pages.read(query, from, limit);
            var entries = answer.items().stream()
                    .map(item -> MemoryItem.entry(item, query.sortName()))
                    .toList();
            return new Page(entries, answer.next());
        });
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit is %d, wanted 1 to %d".formatted(limit, MAX_PAGE));
        }
    }
}
