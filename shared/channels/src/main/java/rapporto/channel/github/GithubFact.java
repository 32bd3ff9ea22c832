// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.github;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
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

/**
 * What somebody did, before its words and place.
 *
 * @param at empty where GitHub sends no time: then it is that of arrival
 * @param version the time of the state; that of {@code at} for what never changes
 * @param who the account that did it; a missing one is a deleted account
 */
record GithubFact(
        GithubEvent event,
        String key,
        Kind kind,
        Change change,
        Optional<Instant> at,
        Optional<Instant> version,
        Field who) {
    Interaction interaction(Optional<ThreadKey> thread, Words words, Optional<URI> link) {
        var time = at.orElse(event.receivedAt());
        return new Interaction(
                new ContentKey(GithubChannel.ID, event.host(), key),
                ChronoUnit.MICROS.between(Instant.EPOCH, version.or(() -> at).orElse(event.receivedAt())),
                change,
                kind,
                origin(),
                author(),
                thread,
                time,
                at.isEmpty(),
                words,
                link,
                Optional.empty());
    }

    private Optional<Author> author() {
        return who.isObject()
                ? Optional.of(new Author(
                        new Identity(
                                GithubChannel.ID, event.host(), who.at("id").id()),
                        Optional.empty(),
                        who.at("login").optionalText()))
                : Optional.empty();
    }

    private Origin origin() {
        boolean bot = who.at("type").textOrEmpty().equals("Bot")
                || who.at("login").textOrEmpty().toLowerCase(Locale.ROOT).endsWith("[bot]");
        return bot ? Origin.BOT : Origin.PERSON;
    }
}
