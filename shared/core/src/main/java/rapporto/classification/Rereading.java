// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import rapporto.classification.Reread.Skip;
import rapporto.history.Content;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Stored;
import rapporto.interaction.Interaction;
import rapporto.interaction.SourceId;
import rapporto.interaction.Words;
import rapporto.reading.Item;
import rapporto.reading.Reader;
import rapporto.reading.Reading;
import rapporto.settings.Settings;

/**
 * Reads stored items again, after a new version of the reader. Replaces readings of a smaller version and nothing else;
 * raises no alert. May end anywhere: started again, it goes on with what is left.
 */
public final class Rereading {
    private final Reader reader;
    private final int version;
    private final Supplier<Settings> settings;
    private final History history;
    private final Openers openers;
    private final InstantSource clock;

    /** @param settings those that hold at the time of the call */
    public Rereading(Reader reader, Supplier<Settings> settings, History history, InstantSource clock) {
        this.reader = reader;
        this.version = reader.read(Item.of(Words.NONE)).version();
        this.settings = settings;
        this.history = history;
        this.openers = new Openers(history);
        this.clock = clock;
    }

    /** What to read again. */
    public enum Mode {
        /** Replaces readings. */
        WRITE,
        /** Counts what would be replaced. */
        DRY_RUN
    }

    /**
     * Reads again what happened since {@code since}.
     *
     * @param only items of this source; of all when empty
     * @throws rapporto.outage.StoreUnavailable when the store did not answer; doing it again is safe
     */
    public Reread reread(Instant since, Optional<SourceId> only, Mode mode) {
        var count = new RereadCount();
        var next = Optional.<String>empty();
        do {
            var page = history.stored(since, next, History.MAX_PAGE);
            page.items().forEach(item -> consider(item, only, mode, count));
            next = page.next();
        } while (next.isPresent());
        return count.report(version);
    }

    private void consider(Stored.Item item, Optional<SourceId> only, Mode mode, RereadCount count) {
        var skip = whyNot(item, only);
        var said = item.memory().content();
        var before = said.flatMap(Content::reading);
        if (skip.isPresent() || said.isEmpty() || before.isEmpty()) {
            count.skip(skip.orElse(Skip.DELETED));
            return;
        }
        var interaction = said.get().interaction();
        var after = read(interaction, openers.of(interaction).map(opener -> answered(opener, interaction)));
        if (mode == Mode.DRY_RUN || history.reread(said.get(), after)) {
            count.read(before.get(), after);
        } else {
            count.skip(Skip.OVERTAKEN);
        }
    }

    private Optional<Skip> whyNot(Stored.Item item, Optional<SourceId> only) {
        var memory = item.memory();
        if (memory.deletedAt().isPresent()) {
            return Optional.of(Skip.DELETED);
        }
        if (!memory.isVisible()) {
            return Optional.of(Skip.HIDDEN);
        }
        if (item.expiresAt().filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            return Optional.of(Skip.EXPIRED);
        }
        if (only.isPresent()) {
            var source = Provenance.of(memory.key(), settings.get()).source();
            if (!source.equals(only)) {
                boolean unsure = source.isEmpty()
                        && only.get().channel().equals(memory.key().channel());
                return Optional.of(unsure ? Skip.SOURCE_UNKNOWN : Skip.OTHER_SOURCE);
            }
        }
        return memory.content()
                .flatMap(Content::reading)
                .filter(reading -> reading.version() >= version)
                .map(_ -> Skip.UP_TO_DATE);
    }

    /** The opener as this version reads it, whether its own turn has come or not: the order of the items is no matter. */
    private Item.Answered answered(Entry opener, Interaction reply) {
        boolean own = Openers.own(opener, reply);
        return history.find(opener.key())
                .flatMap(memory -> memory.content())
                .flatMap(this::latest)
                .map(reading -> new Item.Answered(
                        reading.primary().value(), reading.urgency().value(), own))
                .orElseGet(() -> new Item.Answered(opener.intent(), opener.urgency(), own));
    }

    private Optional<Reading> latest(Content opener) {
        return opener.reading()
                .map(held -> held.version() >= version ? held : read(opener.interaction(), Optional.empty()));
    }

    private Reading read(Interaction interaction, Optional<Item.Answered> answers) {
        var from = Provenance.of(interaction.key(), settings.get());
        return reader.read(new Item(
                interaction.words(),
                Optional.of(interaction.key().channel()),
                from.team(),
                interaction.language().or(from::language),
                answers));
    }
}
