// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rapporto.history.Content;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Page;
import rapporto.history.Remembered;
import rapporto.history.Remembered.Outcome;
import rapporto.history.Stored;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Origin;
import rapporto.interaction.ThreadKey;
import rapporto.reading.Reading;

/** A history that ends with the process. Thread-safe. */
public final class InMemoryHistory implements History {
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::at).thenComparing(entry -> entry.key().toString());

    private final ConcurrentSkipListMap<String, Stored.Item> items = new ConcurrentSkipListMap<>();

    @Override
    public Remembered remember(Understood state, Optional<Instant> expiresAt) {
        var told = Memory.of(state);
        var outcome = new Outcome[] {Outcome.REPEATED};
        var item = items.compute(told.key().toString(), (_, held) -> {
            var merged = held == null ? told : held.memory().merge(told);
            if (held != null && merged.equals(held.memory())) {
                outcome[0] = Outcome.REPEATED;
                return held;
            }
            outcome[0] = held == null ? Outcome.NEW : Outcome.CHANGED;
            return new Stored.Item(merged, expiresAt);
        });
        return new Remembered(outcome[0], item.memory());
    }

    @Override
    public Optional<Memory> find(ContentKey key) {
        return Optional.ofNullable(items.get(key.toString())).map(Stored.Item::memory);
    }

    @Override
    public Stored stored(Instant since, Optional<String> from, int limit) {
        check(limit);
        var rest = from.map(last -> items.tailMap(last, false)).orElse(items);
        var looked = rest.entrySet().stream().limit(limit).toList();
        var next = looked.size() < limit
                ? Optional.<String>empty()
                : Optional.of(looked.getLast().getKey());
        return new Stored(
                looked.stream()
                        .map(Map.Entry::getValue)
                        .filter(item -> isSince(since, item.memory()))
                        .toList(),
                next);
    }

    private static boolean isSince(Instant since, Memory memory) {
        return memory.content()
                .filter(content -> !content.interaction().at().isBefore(since))
                .isPresent();
    }

    @Override
    public boolean reread(Content said, Reading reading) {
        var replaced = new boolean[1];
        items.computeIfPresent(said.interaction().key().toString(), (_, held) -> {
            var memory = held.memory().reread(said, reading);
            replaced[0] = !memory.equals(held.memory());
            return new Stored.Item(memory, held.expiresAt());
        });
        return replaced[0];
    }

    @Override
    public Page timeline(Identity who, Optional<String> from, int limit) {
        var entries = entries(entry -> entry.origin() == Origin.PERSON
                && entry.from().map(Author::identity).equals(Optional.of(who)));
        return page(entries.sorted(OLDEST_FIRST.reversed()).toList(), from, limit);
    }

    @Override
    public Page thread(ThreadKey thread, Instant since, Optional<String> from, int limit) {
        var entries = entries(entry ->
                entry.thread().equals(Optional.of(thread)) && !entry.at().isBefore(since));
        return page(entries.sorted(OLDEST_FIRST).toList(), from, limit);
    }

    private Stream<Entry> entries(Predicate<Entry> wanted) {
        return items.values().stream()
                .map(Stored.Item::memory)
                .filter(Memory::isVisible)
                .flatMap(memory -> memory.content().stream())
                .map(InMemoryHistory::entry)
                .filter(wanted);
    }

    private static Entry entry(Content content) {
        return Entry.of(content.interaction(), content.reading().orElseThrow());
    }

    private static Page page(List<Entry> all, Optional<String> from, int limit) {
        check(limit);
        int start = from.map(Integer::parseInt).orElse(0);
        int end = Math.min(all.size(), start + limit);
        var next = end < all.size() ? Optional.of(Integer.toString(end)) : Optional.<String>empty();
        return new Page(all.subList(start, end), next);
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit is %d, wanted 1 to %d".formatted(limit, MAX_PAGE));
        }
    }
}
