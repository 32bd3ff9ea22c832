// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.discourse;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.Words;
import rapporto.json.Field;

/** A post as events carry it. */
record DiscoursePost(Field post, DiscourseSite site) {
    /** Archetype of a topic between some people only. */
    static final String PRIVATE = "private_message";

    private static final Pattern TAG = Pattern.compile("<[^<>]{0,5000}>");
    private static final int SMALL_ACTION = 3;
    private static final int WHISPER = 4;

    static Origin origin(Author author) {
        // Discourse's own system user has the id -1; other negative ids are its bots.
        return author.identity().nativeId().startsWith("-") ? Origin.BOT : Origin.PERSON;
    }

    Optional<String> reasonToIgnore() {
        var type = post.at("post_type");
        return switch (type.isPresent() ? (int) type.number() : 1) {
            case SMALL_ACTION -> Optional.of("small action");
            case WHISPER -> Optional.of("whisper of the staff");
            default -> Optional.empty();
        };
    }

    Interaction interaction(Change change) {
        var created = post.at("created_at").instant();
        boolean told = change == Change.CREATED || change == Change.EDITED;
        var state = told ? post.at("updated_at").optionalInstant().orElse(created) : site.receivedAt();
        return new Interaction(
                site.key(key()),
                DiscourseSite.microseconds(state),
                change,
                kind(),
                origin(author()),
                Optional.of(author()),
                Optional.of(site.thread(topic())),
                created,
                false,
                isFirst() ? Words.of(post.at("topic_title").textOrEmpty(), text()) : Words.of("", text()),
                link(),
                Optional.empty());
    }

    /** Something that happened to this post, at a time that Discourse does not send. */
    Interaction fact(String id, Kind kind, Change change, Author who, Words words) {
        Instant arrival = site.receivedAt();
        return new Interaction(
                site.key(id),
                DiscourseSite.microseconds(arrival),
                change,
                kind,
                origin(who),
                Optional.of(who),
                Optional.of(site.thread(topic())),
                arrival,
                true,
                words,
                link(),
                Optional.empty());
    }

    /** The first post is its topic. */
    String key() {
        return isFirst() ? "topic/" + topic() : "post/" + post.at("id").id();
    }

    Author author() {
        return site.author(post, "user_id");
    }

    private boolean isFirst() {
        return post.at("post_number").id().equals("1");
    }

    private String topic() {
        return post.at("topic_id").id();
    }

    private Kind kind() {
        if (post.at("topic_archetype").textOrEmpty().equals(PRIVATE)) {
            return Kind.DIRECT_MESSAGE;
        }
        return isFirst() ? Kind.POST : Kind.REPLY;
    }

    private Optional<URI> link() {
        return site.link(
                post.at("topic_slug").textOrEmpty(),
                topic(),
                post.at("post_number").id());
    }

    private String text() {
        return post.at("raw")
                .optionalText()
                .orElseGet(() -> plain(post.at("cooked").textOrEmpty()));
    }

    /** HTML as words, where the site does not send the author's own Markdown. */
    private static String plain(String html) {
        return TAG.matcher(html)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
