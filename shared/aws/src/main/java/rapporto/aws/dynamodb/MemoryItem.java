// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rapporto.history.Content;
import rapporto.history.Entry;
import rapporto.history.Memory;
import rapporto.history.Visibility;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.ThreadKey;
import rapporto.interaction.Words;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.reading.Intent;
import rapporto.reading.Reading;
import rapporto.reading.ReadingJson;

/**
 * A memory as one item, {@code C#<content key>} / {@code A}. What the timeline and thread indexes project is named in
 * {@code template.yaml}: {@code k o u n h c x l r}. The excerpt {@code x} stands for the whole text, {@code w}, where
 * they are the same.
 */
final class MemoryItem {
    /** What the keys of all memories begin with. */
    static final String PREFIX = "C#";

    /** Counts the writes of the item: the condition of the next one. */
    static final String REVISION = "rev";

    static final String TIMELINE = "tpk";
    static final String TIMELINE_SORT = "tsk";
    static final String THREAD = "hpk";
    static final String THREAD_SORT = "hsk";

    /** When it happened, as {@link Instant#toString} writes it; missing where only a deletion or hiding is known. */
    static final String AT = "at";

    /** All that {@link #read} and {@link #expiresAt} ask for: not the keys of the indexes, nor the reading in short. */
    static final List<String> KEPT = List.of(
            "pk", "v", "g", "d", "k", "o", AT, "aa", "c", "l", "y", "x", "q", "t", "w", "u", "n", "h", "f", "hv", "hh",
            "del", "ttl");

    private static final String EXPIRES = "ttl";

    private MemoryItem() {}

    static String pk(ContentKey key) {
        return PREFIX + key;
    }

    static Attributes write(Memory memory, long revision, Optional<Instant> expiresAt) {
        var item = Attributes.key(pk(memory.key()), Attributes.ITSELF).put(REVISION, revision);
        memory.content().ifPresent(content -> content(item, content));
        memory.visibility().ifPresent(seen -> item.put("hv", seen.version()).flag("hh", seen.hidden()));
        item.put("del", memory.deletedAt().map(Instant::toString));
        if (memory.isVisible()) {
            memory.content().ifPresent(content -> index(item, content.interaction()));
        }
        expiresAt.ifPresent(at -> item.put(EXPIRES, at.getEpochSecond()));
        return item;
    }

    static Memory read(Attributes item) {
        var key = ContentKey.parse(item.text(Attributes.PK).substring(PREFIX.length()));
        var content = item.has("v") ? Optional.of(content(item, key)) : Optional.<Content>empty();
        var seen = item.has("hv")
                ? Optional.of(new Visibility(item.number("hv"), item.has("hh")))
                : Optional.<Visibility>empty();
        return new Memory(key, content, seen, item.optional("del").map(Instant::parse));
    }

    /** When the table may drop the item. */
    static Optional<Instant> expiresAt(Attributes item) {
        return item.has(EXPIRES) ? Optional.of(Instant.ofEpochSecond(item.number(EXPIRES))) : Optional.empty();
    }

    /** The line of an index entry, whose sort key is {@code sort}. */
    static Entry entry(Attributes item, String sort) {
        var brief = item.text("r").split("/", -1);
        return new Entry(
                ContentKey.parse(item.text(Attributes.PK).substring(PREFIX.length())),
                SortKey.time(item.text(sort)),
                Kind.valueOf(item.text("k")),
                Origin.valueOf(item.text("o")),
                author(item),
                item.optional("c").map(ThreadKey::parse),
                item.text("x"),
                item.optional("l").flatMap(Field::link),
                Intent.valueOf(brief[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(brief[1]));
    }

    private static void content(Attributes item, Content content) {
        var i = content.interaction();
        var excerpt = i.words().excerpt(Entry.EXCERPT_CHARACTERS);
        item.put("v", i.version())
                .put("g", i.change().name())
                .put("d", content.digest())
                .put("k", i.kind().name())
                .put("o", i.origin().name())
                .put(AT, i.at().toString())
                .flag("aa", i.atArrival())
                .put("c", i.thread().map(ThreadKey::toString))
                .put("l", i.link().map(Object::toString))
                .put("y", i.language())
                .put("x", excerpt)
                .flag("q", i.words().cut());
        if (!excerpt.equals(i.words().text())) {
            item.put("t", i.words().title()).put("w", i.words().text());
        }
        i.from().ifPresent(author -> item.put("u", author.identity().toString())
                .put("n", author.name())
                .put("h", author.handle()));
        content.reading()
                .ifPresent(reading -> item.put("r", brief(reading)).put("f", Json.write(ReadingJson.of(reading))));
    }

    private static Content content(Attributes item, ContentKey key) {
        var words = item.has("w")
                ? new Words(item.text("t"), item.text("w"), item.has("q"))
                : new Words("", item.text("x"), item.has("q"));
        var interaction = new Interaction(
                key,
                item.number("v"),
                Change.valueOf(item.text("g")),
                Kind.valueOf(item.text("k")),
                Origin.valueOf(item.text("o")),
                author(item),
                item.optional("c").map(ThreadKey::parse),
                Instant.parse(item.text(AT)),
                item.has("aa"),
                words,
                item.optional("l").flatMap(Field::link),
                item.optional("y"));
        var reading = item.optional("f").map(Json::read).map(ReadingJson::read);
        return new Content(interaction, reading, item.text("d"));
    }

    /** Bots and our own posts have no timeline: a busy one cannot wear out one key. */
    private static void index(Attributes item, Interaction i) {
        var sort = SortKey.of(i.at(), i.key().toString());
        if (i.origin() == Origin.PERSON) {
            i.from().ifPresent(author -> item.put(TIMELINE, author.identity().toString())
                    .put(TIMELINE_SORT, sort));
        }
        i.thread().ifPresent(thread -> item.put(THREAD, thread.toString()).put(THREAD_SORT, sort));
    }

    private static Optional<Author> author(Attributes item) {
        return item.optional("u")
                .map(identity -> new Author(Identity.parse(identity), item.optional("n"), item.optional("h")));
    }

    private static String brief(Reading reading) {
        return reading.primary().value().word() + "/" + reading.urgency().value();
    }
}
