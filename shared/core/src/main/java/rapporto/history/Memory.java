// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BinaryOperator;
import rapporto.interaction.ContentKey;
import rapporto.reading.Reading;

/**
 * All that is known of one item: three registers that merge independently, so that any order of arrival, and any
 * repetition, ends in the same memory. {@link #merge} is commutative, associative and idempotent.
 *
 * @param content the greatest version of what it says; empty for a deletion that came first
 * @param visibility empty for what was never hidden or restored
 * @param deletedAt when it was deleted for good: that stays, and its words are gone
 */
public record Memory(
        ContentKey key, Optional<Content> content, Optional<Visibility> visibility, Optional<Instant> deletedAt) {
    /** Drops the words of what is deleted. */
    public Memory {
        if (deletedAt.isPresent()) {
            content = content.map(Content::withoutWords);
        }
    }

    /** What one state alone tells. */
    public static Memory of(Understood state) {
        var interaction = state.interaction();
        var key = interaction.key();
        var content = Optional.of(Content.of(state));
        return switch (interaction.change()) {
            case CREATED, EDITED -> new Memory(key, content, Optional.empty(), Optional.empty());
            case RESTORED -> new Memory(key, content, seen(interaction.version(), false), Optional.empty());
            case HIDDEN -> new Memory(key, Optional.empty(), seen(interaction.version(), true), Optional.empty());
            case DELETED -> new Memory(key, Optional.empty(), Optional.empty(), Optional.of(interaction.at()));
        };
    }

    /** What both together tell of the same item. */
    public Memory merge(Memory other) {
        if (!key.equals(other.key)) {
            throw new IllegalArgumentException("memory of %s, wanted one of %s".formatted(other.key, key));
        }
        return new Memory(
                key,
                either(content, other.content, Content::laterOf),
                either(visibility, other.visibility, Visibility::laterOf),
                either(deletedAt, other.deletedAt, (one, two) -> one.isBefore(two) ? one : two));
    }

    /**
     * The same memory with {@code reading} in the place of a smaller version, where {@code said} is still what people
     * may be shown of the item; otherwise this one.
     */
    public Memory reread(Content said, Reading reading) {
        boolean better = isVisible()
                && content.filter(said::isSameState)
                        .flatMap(Content::reading)
                        .filter(held -> held.version() < reading.version())
                        .isPresent();
        return better ? new Memory(key, content.map(held -> held.readAs(reading)), visibility, deletedAt) : this;
    }

    /** Whether there is something that people may be shown: neither hidden nor deleted, and not a mere tombstone. */
    public boolean isVisible() {
        return content.isPresent()
                && deletedAt.isEmpty()
                && !visibility.map(Visibility::hidden).orElse(false);
    }

    /** Whether {@code state} is what the item says now. */
    public boolean says(Understood state) {
        return isVisible()
                && content.map(Content::digest)
                        .equals(Optional.of(Content.of(state).digest()));
    }

    private static Optional<Visibility> seen(long version, boolean hidden) {
        return Optional.of(new Visibility(version, hidden));
    }

    private static <T> Optional<T> either(Optional<T> one, Optional<T> two, BinaryOperator<T> both) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.or(() -> two);
        }
        return Optional.of(both.apply(one.get(), two.get()));
    }
}
