// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import java.util.Optional;
import rapporto.channel.Normalised;
import rapporto.channel.Normalising;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Words;
import rapporto.json.Field;

/**
 * Messages and what becomes of them. One message can come as {@code message} and as {@code app_mention}: both have the
 * key {@code channel/ts} and the same version, so they are one item.
 */
final class SlackMessages {
    private SlackMessages() {}

    static Normalised message(SlackEnvelope envelope) {
        var event = envelope.event();
        var subtype = event.at("subtype").textOrEmpty();
        return switch (subtype) {
            case "", "file_share", "thread_broadcast", "me_message", "bot_message" ->
                Normalised.Interactions.of(said(envelope, event, Change.CREATED, kind(event, event)));
            case "message_changed" -> changed(envelope);
            case "message_deleted" ->
                Normalised.Interactions.of(deleted(envelope, SlackTime.of(event.at("deleted_ts"))));
            default -> Normalising.ignored("subtype", subtype);
        };
    }

    static Normalised mention(SlackEnvelope envelope) {
        return Normalised.Interactions.of(said(envelope, envelope.event(), Change.CREATED, Kind.MENTION));
    }

    private static Normalised changed(SlackEnvelope envelope) {
        var message = envelope.event().at("message").object();
        if (message.at("subtype").textOrEmpty().equals("tombstone")) {
            return Normalised.Interactions.of(deleted(envelope, SlackTime.of(message.at("ts"))));
        }
        if (!message.at("edited").isObject()) {
            return new Normalised.Ignored("message_changed without an edit");
        }
        return Normalised.Interactions.of(said(envelope, message, Change.EDITED, kind(envelope.event(), message)));
    }

    private static Interaction said(SlackEnvelope envelope, Field message, Change change, Kind kind) {
        var channel = envelope.event().at("channel").text();
        var time = SlackTime.of(message.at("ts"));
        var parent = message.at("thread_ts").isPresent() ? SlackTime.of(message.at("thread_ts")) : time;
        return new Interaction(
                envelope.key(channel + "/" + time.text()),
                version(envelope, message, change, time),
                change,
                kind,
                envelope.origin(message),
                author(envelope, message),
                Optional.of(envelope.thread(channel + "/" + parent.text())),
                time.instant(),
                false,
                Words.of("", SlackText.plain(message.at("text").textOrEmpty())),
                Optional.empty(),
                Optional.empty());
    }

    /** Edits are stamped in whole seconds inside the message, so the time of the event that tells of one is better. */
    private static long version(SlackEnvelope envelope, Field message, Change change, SlackTime time) {
        if (change == Change.EDITED) {
            return envelope.time().microseconds();
        }
        var edited = message.at("edited").at("ts");
        return edited.isPresent()
                ? Math.max(SlackTime.of(edited).microseconds(), time.microseconds())
                : time.microseconds();
    }

    private static Interaction deleted(SlackEnvelope envelope, SlackTime deleted) {
        var channel = envelope.event().at("channel").text();
        var previous = envelope.event().at("previous_message");
        var time = envelope.time();
        return new Interaction(
                envelope.key(channel + "/" + deleted.text()),
                time.microseconds(),
                Change.DELETED,
                kind(envelope.event(), previous),
                envelope.origin(previous),
                previous.isObject() ? author(envelope, previous) : Optional.empty(),
                Optional.empty(),
                time.instant(),
                false,
                Words.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** Only the event knows the kind of channel, only the message its thread. */
    private static Kind kind(Field event, Field message) {
        var type = event.at("channel_type").textOrEmpty();
        if (type.equals("im") || type.equals("mpim")) {
            return Kind.DIRECT_MESSAGE;
        }
        var parent = message.at("thread_ts").optionalId();
        boolean reply = parent.isPresent() && !parent.equals(message.at("ts").optionalId());
        return reply ? Kind.REPLY : Kind.POST;
    }

    /** People by their user id, bots by their bot id, with the name that a bot goes by. */
    private static Optional<Author> author(SlackEnvelope envelope, Field message) {
        var id = message.at("user").optionalId().or(() -> message.at("bot_id").optionalId());
        var name = message.at("username")
                .optionalText()
                .or(() -> message.at("bot_profile").at("name").optionalText())
                .filter(text -> !text.isBlank());
        return id.map(user -> new Author(envelope.identity(message, user), name, Optional.empty()));
    }
}
