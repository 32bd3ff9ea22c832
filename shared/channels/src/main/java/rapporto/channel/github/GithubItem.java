// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.github;

import java.time.Instant;
import java.util.Optional;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.ThreadKey;
import rapporto.interaction.Words;
import rapporto.json.Field;

/** Something written: an issue, a comment, a review, a discussion, a release. */
record GithubItem(GithubEvent event, Field object) {
    Interaction written(Change change, Kind kind, String thread) {
        var title = object.at("title").optionalText().or(() -> object.at("name").optionalText());
        var words = Words.of(title.orElse(""), object.at("body").textOrEmpty());
        return interaction(new GithubFact(event, key(), kind, change, created(), updated(), author()), thread, words);
    }

    /** A deletion carries no time of its own. */
    Interaction deleted(Kind kind, String thread) {
        var none = Optional.<Instant>empty();
        return interaction(
                new GithubFact(event, key(), kind, Change.DELETED, none, none, author()), thread, Words.NONE);
    }

    /** The answer of a discussion was chosen, or is no longer: a fact beside the discussion itself. */
    Interaction accepted(Change change, String thread) {
        var sender = event.body().at("sender");
        var at = object.at("answer_chosen_at").optionalInstant().or(this::updated);
        return interaction(
                new GithubFact(event, key() + "/answer", Kind.ANSWER_ACCEPTED, change, at, updated(), sender),
                thread,
                Words.NONE);
    }

    private Interaction interaction(GithubFact fact, String thread, Words words) {
        var repository = event.body().at("repository").at("id").id();
        var key = new ThreadKey(GithubChannel.ID, event.host(), repository + "/" + thread);
        return fact.interaction(Optional.of(key), words, object.at("html_url").optionalLink());
    }

    private Optional<Instant> created() {
        return object.at("created_at")
                .optionalInstant()
                .or(() -> object.at("submitted_at").optionalInstant())
                .or(() -> object.at("published_at").optionalInstant());
    }

    private Optional<Instant> updated() {
        return object.at("updated_at").optionalInstant().or(this::created);
    }

    private String key() {
        return object.at("node_id")
                .optionalId()
                .orElseGet(() -> event.name() + "/" + object.at("id").id());
    }

    private Field author() {
        return object.at("author").isObject() ? object.at("author") : object.at("user");
    }
}
