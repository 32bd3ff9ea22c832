// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rapporto.history.Content;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Page;
import rapporto.history.Remembered;
import rapporto.history.Remembered.Outcome;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Origin;
import rapporto.interaction.ThreadKey;

/** A history that ends with the process. Thread-safe. */
public final class InMemoryHistory implements History {
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::at).thenComparing(entry -> entry.key().toString());

    private final ConcurrentHashMap<ContentKey, Memory> memories = new ConcurrentHashMap<>();

    @Override
    public Remembered remember(Understood state, Optional<Instant> expiresAt) {
        var told = Memory.of(state);
        var outcome = new Outcome[] {Outcome.REPEATED};
        var memory = memories.compute(told.key(), (_, held) -> {
            var merged = held == null ? told : held.merge(told);
            outcome[0] = held == null ? Outcome.NEW : merged.equals(held) ? Outcome.REPEATED : Outcome.CHANGED;
            return merged;
        });
        return new Remembered(outcome[0], memory);
    }

    @Override
    public Optional<Memory> find(ContentKey key) {
        return Optional.ofNullable(memories.get(key));
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
        return memories.values().stream()
                .filter(Memory::isVisible)
                .flatMap(memory -> memory.content().stream())
                .map(InMemoryHistory::entry)
                .filter(wanted);
    }

    private static Entry entry(Content content) {
        return Entry.of(content.interaction(), content.reading().orElseThrow());
    }

    private static Page page(List<Entry> all, Optional<String> from, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit is %d, wanted 1 to %d".formatted(limit, MAX_PAGE));
        }
        int start = from.map(Integer::parseInt).orElse(0);
        int end = Math.min(all.size(), start + limit);
        var next = end < all.size() ? Optional.of(Integer.toString(end)) : Optional.<String>empty();
        return new Page(all.subList(start, end), next);
    }
}
