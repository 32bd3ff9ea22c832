// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import java.util.Locale;
import java.util.Optional;
import rapporto.channel.Normalised;
import rapporto.channel.Normalising;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.Words;
import rapporto.json.Field;

/** What each event of the Events API means, apart from messages. */
final class SlackEvents {
    private SlackEvents() {}

    static Normalised normalise(Field body) {
        var type = body.object().at("type").textOrEmpty();
        if (!type.equals("event_callback")) {
            return Normalising.ignored("type", type);
        }
        if (body.at("team_id").isPresent() && body.at("team_id").optionalId().isEmpty()) {
            return new Normalised.Ignored("blank example"); // Slack publishes its shapes with every value empty.
        }
        var envelope = new SlackEnvelope(body);
        var event = envelope.event();
        var name = event.at("type").text();
        return switch (name) {
            case "message" -> SlackMessages.message(envelope);
            case "app_mention" -> SlackMessages.mention(envelope);
            // A reaction can be taken back and given again, so giving it always brings it back.
            case "reaction_added" -> reaction(envelope, Change.RESTORED);
            case "reaction_removed" -> reaction(envelope, Change.HIDDEN);
            case "member_joined_channel" -> membership(envelope, Kind.JOINED);
            case "member_left_channel" -> membership(envelope, Kind.LEFT);
            case "team_join" -> teamJoin(envelope);
            case "app_uninstalled", "tokens_revoked" -> disconnected(envelope, name);
            default -> Normalising.ignored("event", name);
        };
    }

    private static Normalised reaction(SlackEnvelope envelope, Change change) {
        var event = envelope.event();
        var item = event.at("item").object();
        if (!item.at("type").textOrEmpty().equals("message")) {
            return Normalising.ignored("reaction to", item.at("type").textOrEmpty());
        }
        var message =
                item.at("channel").text() + "/" + SlackTime.of(item.at("ts")).text();
        var user = event.at("user").text();
        var name = event.at("reaction").text();
        var time = SlackTime.of(event.at("event_ts"));
        return Normalised.Interactions.of(new Interaction(
                envelope.key(message + "/reaction/" + name + "/" + user),
                time.microseconds(),
                change,
                Kind.REACTION,
                envelope.origin(event),
                Optional.of(Author.of(envelope.identity(user))),
                Optional.of(envelope.thread(message)),
                time.instant(),
                false,
                Words.of("", ":" + name + ":"),
                Optional.empty(),
                Optional.empty()));
    }

    private static Normalised membership(SlackEnvelope envelope, Kind kind) {
        var event = envelope.event();
        var user = event.at("user").text();
        var time = envelope.time();
        var id = "%s/%s/%s/%s"
                .formatted(event.at("channel").text(), kind.name().toLowerCase(Locale.ROOT), user, time.text());
        return Normalised.Interactions.of(
                fact(envelope, id, kind, Optional.of(Author.of(envelope.identity(user))), time));
    }

    private static Normalised teamJoin(SlackEnvelope envelope) {
        var user = envelope.event().at("user").object();
        var id = user.at("id").text();
        var profile = user.at("profile");
        var author = new Author(
                new Identity(SlackChannel.ID, user.at("team_id").optionalId().orElse(envelope.team()), id),
                profile.at("real_name").optionalText().filter(name -> !name.isBlank()),
                user.at("name").optionalText().filter(name -> !name.isBlank()));
        var time = envelope.time();
        var joined = fact(envelope, "team/joined/" + id, Kind.JOINED, Optional.of(author), time);
        return Normalised.Interactions.of(user.at("is_bot").isTrue() ? joined.by(Origin.BOT) : joined);
    }

    private static Normalised disconnected(SlackEnvelope envelope, String name) {
        var time = envelope.time();
        return Normalised.Interactions.of(
                fact(envelope, name + "/" + time.text(), Kind.DISCONNECTED, Optional.empty(), time));
    }

    private static Interaction fact(
            SlackEnvelope envelope, String id, Kind kind, Optional<Author> author, SlackTime time) {
        return new Interaction(
                envelope.key(id),
                time.microseconds(),
                Change.CREATED,
                kind,
                Origin.PERSON,
                author,
                Optional.empty(),
                time.instant(),
                false,
                Words.NONE,
                Optional.empty(),
                Optional.empty());
    }
}
