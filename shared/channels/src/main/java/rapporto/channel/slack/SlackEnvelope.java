// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import java.util.List;
import java.util.Optional;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Origin;
import rapporto.interaction.ThreadKey;
import rapporto.json.Field;

/** What surrounds an event: the workspace, our own application, and who of the people in it is ourselves. */
record SlackEnvelope(Field body) {
    Field event() {
        return body.at("event").object();
    }

    String team() {
        return body.at("team_id").text();
    }

    /** Time of the event itself, else that of its dispatch, which Slack sends in whole seconds. */
    SlackTime time() {
        var time = event().at("event_ts");
        return time.isPresent()
                ? SlackTime.of(time)
                : new SlackTime(body.at("event_time").number() + ".000000");
    }

    ContentKey key(String id) {
        return new ContentKey(SlackChannel.ID, team(), id);
    }

    ThreadKey thread(String id) {
        return new ThreadKey(SlackChannel.ID, team(), id);
    }

    /** In a shared channel people belong to their own workspace, not to the one that tells us. */
    Identity identity(String user) {
        return identity(event(), user);
    }

    Identity identity(Field message, String user) {
        var team = message.at("user_team")
                .optionalId()
                .or(() -> message.at("source_team").optionalId())
                .or(() -> message.at("team").optionalId())
                .orElseGet(this::team);
        return new Identity(SlackChannel.ID, team, user);
    }

    /** Ourselves when our application or its bot user did it; another bot otherwise; else a person. */
    Origin origin(Field message) {
        var user = message.at("user").node().isTextual() ? message.at("user").textOrEmpty() : "";
        var app = appOf(message);
        boolean ownApp = app.isPresent() && app.equals(body.at("api_app_id").optionalId());
        if (ownApp || ownUsers().contains(user)) {
            return Origin.OWN;
        }
        boolean bot = message.at("bot_id").isPresent()
                || message.at("bot_profile").isPresent()
                || message.at("subtype").textOrEmpty().equals("bot_message")
                || user.equals("USLACKBOT");
        return bot ? Origin.BOT : Origin.PERSON;
    }

    private static Optional<String> appOf(Field message) {
        return message.at("app_id")
                .optionalId()
                .or(() -> message.at("bot_profile").at("app_id").optionalId());
    }

    private List<String> ownUsers() {
        var authorizations = body.at("authorizations");
        return authorizations.node().isArray()
                ? authorizations.array().stream()
                        .filter(one -> one.at("is_bot").isTrue())
                        .flatMap(one -> one.at("user_id").optionalId().stream())
                        .toList()
                : List.of();
    }
}
