// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.discourse;

import java.util.Optional;
import rapporto.channel.Normalised;
import rapporto.channel.Normalising;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.Words;
import rapporto.json.Field;

/**
 * What each event means. A topic and its first post are one item, {@code topic/<id>}: the topic alone is its least
 * version, and everything that happens to it later is told by events of that post too.
 */
final class DiscourseEvents {
    private DiscourseEvents() {}

    static Normalised normalise(String event, Field body, DiscourseSite site) {
        return switch (event) {
            case "topic_created" -> topic(body.at("topic").object(), site);
            case "topic_edited", "topic_revised", "topic_destroyed", "topic_recovered" ->
                new Normalised.Ignored(event + ": told by its first post");
            case "post_created" -> post(body, Change.CREATED, site);
            case "post_edited" -> post(body, Change.EDITED, site);
            case "post_destroyed" -> post(body, Change.HIDDEN, site);
            case "post_recovered" -> post(body, Change.RESTORED, site);
            case "post_liked" -> liked(body.at("like").object(), site);
            case "accepted_solution" -> solved(body.at("solved").object(), Change.RESTORED, site);
            case "unaccepted_solution" -> solved(body.at("solved").object(), Change.HIDDEN, site);
            case "user_created" -> joined(body.at("user").object(), site);
            default -> Normalising.ignored("event", event);
        };
    }

    private static Normalised post(Field body, Change change, DiscourseSite site) {
        var post = new DiscoursePost(body.at("post").object(), site);
        return post.reasonToIgnore()
                .<Normalised>map(Normalised.Ignored::new)
                .orElseGet(() -> Normalised.Interactions.of(post.interaction(change)));
    }

    private static Normalised topic(Field topic, DiscourseSite site) {
        var id = topic.at("id").id();
        var personal = topic.at("archetype").textOrEmpty().equals(DiscoursePost.PRIVATE);
        var author = topic.at("created_by").isObject()
                ? site.author(topic.at("created_by"), "id")
                : site.author(topic, "user_id");
        return Normalised.Interactions.of(new Interaction(
                site.key("topic/" + id),
                0,
                Change.CREATED,
                personal ? Kind.DIRECT_MESSAGE : Kind.POST,
                DiscoursePost.origin(author),
                Optional.of(author),
                Optional.of(site.thread(id)),
                topic.at("created_at").instant(),
                false,
                Words.of(topic.at("title").textOrEmpty(), ""),
                site.link(topic.at("slug").textOrEmpty(), id, "1"),
                Optional.empty()));
    }

    /** Discourse sends neither the time of a like nor a word when it is taken back. */
    private static Normalised liked(Field like, DiscourseSite site) {
        var post = new DiscoursePost(like.at("post").object(), site);
        var user = site.author(like.at("user").object(), "id");
        var id = post.key() + "/like/" + user.identity().nativeId();
        return Normalised.Interactions.of(post.fact(id, Kind.REACTION, Change.CREATED, user, Words.of("", ":heart:")));
    }

    /** The payload tells whose answer it is, not who accepted it. */
    private static Normalised solved(Field solved, Change change, DiscourseSite site) {
        var post = new DiscoursePost(solved, site);
        var id = post.key() + "/solved";
        return Normalised.Interactions.of(post.fact(id, Kind.ANSWER_ACCEPTED, change, post.author(), Words.NONE));
    }

    private static Normalised joined(Field user, DiscourseSite site) {
        var author = site.author(user, "id");
        var at = user.at("created_at").optionalInstant();
        return Normalised.Interactions.of(new Interaction(
                site.key("user/" + author.identity().nativeId() + "/created"),
                DiscourseSite.microseconds(at.orElse(site.receivedAt())),
                Change.CREATED,
                Kind.JOINED,
                Origin.PERSON,
                Optional.of(author),
                Optional.empty(),
                at.orElse(site.receivedAt()),
                at.isEmpty(),
                Words.NONE,
                Optional.empty(),
                Optional.empty()));
    }
}
