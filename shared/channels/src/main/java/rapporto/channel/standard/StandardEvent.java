// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.standard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import rapporto.channel.Normalised;
import rapporto.channel.Normalising;
import rapporto.delivery.Delivery;
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

/** One event of our own contract, {@code docs/standard-channel.md}: {@code {"type","timestamp","data"}}. */
record StandardEvent(Field body, Delivery delivery) {
    Normalised normalise() {
        var type = body.at("type").textOrEmpty();
        return switch (type) {
            case "message.created", "review.created" -> one(type, Change.CREATED);
            case "message.edited", "review.edited" -> one(type, Change.EDITED);
            case "message.deleted", "review.deleted" -> one(type, Change.DELETED);
            case "message.hidden", "review.hidden", "reaction.removed" -> one(type, Change.HIDDEN);
            case "message.restored", "review.restored", "reaction.added" -> one(type, Change.RESTORED);
            case "member.joined", "member.left", "member.role_changed" -> one(type, Change.CREATED);
            default -> Normalising.ignored("type", type);
        };
    }

    private Normalised one(String type, Change change) {
        var data = body.at("data").object();
        var sent = body.at("timestamp").instant();
        var at = data.at("occurredAt").optionalInstant().orElse(sent);
        var version = data.at("version");
        return Normalised.Interactions.of(new Interaction(
                new ContentKey(StandardChannel.ID, account(data), data.at("id").id()),
                version.isPresent() ? version.number() : ChronoUnit.MICROS.between(Instant.EPOCH, sent),
                change,
                kind(type, data),
                origin(data.at("actor")),
                author(data),
                data.at("threadId").optionalId().map(id -> new ThreadKey(StandardChannel.ID, account(data), id)),
                at,
                false,
                Words.of(data.at("title").textOrEmpty(), data.at("text").textOrEmpty()),
                data.at("url").optionalLink(),
                data.at("language").optionalText()));
    }

    /** Ids are unique inside the sender's account, by default inside the source. */
    private String account(Field data) {
        return data.at("account").optionalId().orElse(delivery.source().source());
    }

    private Kind kind(String type, Field data) {
        return switch (type.substring(0, type.indexOf('.'))) {
            case "review" -> Kind.REVIEW;
            case "reaction" -> Kind.REACTION;
            case "member" ->
                switch (type) {
                    case "member.joined" -> Kind.JOINED;
                    case "member.left" -> Kind.LEFT;
                    default -> Kind.ROLE_CHANGED;
                };
            default -> message(data);
        };
    }

    private static Kind message(Field data) {
        var word = data.at("kind").optionalText();
        if (word.isEmpty()) {
            var thread = data.at("threadId").optionalId();
            boolean reply = thread.isPresent() && !thread.equals(data.at("id").optionalId());
            return reply ? Kind.REPLY : Kind.POST;
        }
        return switch (word.get().toLowerCase(Locale.ROOT)) {
            case "post" -> Kind.POST;
            case "comment" -> Kind.COMMENT;
            case "reply" -> Kind.REPLY;
            case "direct_message" -> Kind.DIRECT_MESSAGE;
            case "mention" -> Kind.MENTION;
            default -> throw data.at("kind").wanted("post, comment, reply, direct_message or mention");
        };
    }

    /** Whoever deletes or hides need not say who wrote it. */
    private Optional<Author> author(Field data) {
        var actor = data.at("actor");
        return actor.isPresent()
                ? Optional.of(new Author(
                        new Identity(
                                StandardChannel.ID,
                                account(data),
                                actor.object().at("id").id()),
                        actor.at("name").optionalText().filter(name -> !name.isBlank()),
                        actor.at("handle").optionalText().filter(handle -> !handle.isBlank())))
                : Optional.empty();
    }

    private static Origin origin(Field actor) {
        if (actor.at("own").isTrue()) {
            return Origin.OWN;
        }
        return actor.at("bot").isTrue() ? Origin.BOT : Origin.PERSON;
    }
}
