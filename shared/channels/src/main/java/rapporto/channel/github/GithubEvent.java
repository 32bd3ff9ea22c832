// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.github;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import rapporto.channel.Normalised;
import rapporto.channel.Normalising;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Words;
import rapporto.json.Field;

/**
 * What one event means.
 *
 * @param guid stays the same when somebody delivers it again by hand
 */
record GithubEvent(String name, String guid, Field body, Instant receivedAt) {
    Normalised normalise() {
        return switch (name) {
            case "ping" -> new Normalised.Ignored("ping");
            case "issues" -> content("issue", issueThread("issue"), Kind.POST);
            case "issue_comment" -> content("comment", issueThread("issue"), Kind.COMMENT);
            case "pull_request" -> content("pull_request", issueThread("pull_request"), Kind.POST);
            case "pull_request_review" -> content("review", issueThread("pull_request"), Kind.REVIEW);
            case "pull_request_review_comment" ->
                content("comment", issueThread("pull_request"), replyOr("in_reply_to_id", Kind.COMMENT));
            case "commit_comment" ->
                content(
                        "comment",
                        "commits/" + body.at("comment").at("commit_id").id(),
                        Kind.COMMENT);
            case "discussion" -> discussion();
            case "discussion_comment" -> content("comment", discussionThread(), replyOr("parent_id", Kind.COMMENT));
            case "release" -> release();
            case "star" -> star();
            case "fork" -> fork();
            case "sponsorship" -> sponsorship();
            case "membership", "organization", "member" -> membership();
            case "watch" -> new Normalised.Ignored("watch: told by star");
            default -> Normalising.ignored("event", name.toLowerCase(Locale.ROOT));
        };
    }

    private String action() {
        return body.at("action").textOrEmpty();
    }

    private Normalised ignored() {
        return Normalising.ignored(name, action());
    }

    /** Something that somebody wrote, at {@code object}: made, changed or deleted. */
    private Normalised content(String object, String thread, Kind kind) {
        var item = new GithubItem(this, body.at(object).object());
        return switch (action()) {
            case "created", "opened", "submitted" -> one(item.written(Change.CREATED, kind, thread));
            case "edited" -> one(item.written(Change.EDITED, kind, thread));
            case "deleted" -> one(item.deleted(kind, thread));
            default -> ignored();
        };
    }

    private Normalised discussion() {
        var discussion = new GithubItem(this, body.at("discussion").object());
        return switch (action()) {
            case "answered" -> one(discussion.accepted(Change.RESTORED, discussionThread()));
            case "unanswered" -> one(discussion.accepted(Change.HIDDEN, discussionThread()));
            default -> content("discussion", discussionThread(), Kind.POST);
        };
    }

    private Normalised release() {
        if (!action().equals("published")) {
            return ignored();
        }
        var release = new GithubItem(this, body.at("release").object());
        return one(release.written(
                Change.CREATED,
                Kind.RELEASED,
                "releases/" + release.object().at("id").id()));
    }

    /** A star can be taken back and given again, so giving it always brings it back. */
    private Normalised star() {
        var key = "star/" + body.at("repository").at("id").id() + "/"
                + body.at("sender").at("id").id();
        var starred = body.at("starred_at").optionalInstant();
        return switch (action()) {
            case "created" -> one(fact(key, Kind.STARRED, Change.RESTORED, starred, body.at("sender")));
            case "deleted" -> one(fact(key, Kind.STARRED, Change.HIDDEN, Optional.empty(), body.at("sender")));
            default -> ignored();
        };
    }

    private Normalised fork() {
        var forkee = body.at("forkee").object();
        var at = forkee.at("created_at").optionalInstant();
        return one(fact(forkee.at("node_id").id(), Kind.FORKED, Change.CREATED, at, body.at("sender")));
    }

    private Normalised sponsorship() {
        if (!action().equals("created")) {
            return ignored();
        }
        var sponsorship = body.at("sponsorship").object();
        var at = sponsorship.at("created_at").optionalInstant();
        return one(fact(sponsorship.at("node_id").id(), Kind.SPONSORED, Change.CREATED, at, sponsorship.at("sponsor")));
    }

    /** Team, organisation and repository memberships: a fact each, told apart by the delivery as no time is sent. */
    private Normalised membership() {
        var kind =
                switch (action()) {
                    case "added", "member_added" -> Optional.of(Kind.JOINED);
                    case "removed", "member_removed" -> Optional.of(Kind.LEFT);
                    case "edited" -> Optional.of(Kind.ROLE_CHANGED);
                    default -> Optional.<Kind>empty();
                };
        if (kind.isEmpty()) {
            return ignored();
        }
        var member = name.equals("organization") ? body.at("membership").at("user") : body.at("member");
        return one(fact(name + "/" + guid, kind.get(), Change.CREATED, Optional.empty(), member.object()));
    }

    private GithubFact fact(String key, Kind kind, Change change, Optional<Instant> at, Field who) {
        return new GithubFact(this, key, kind, change, at, at, who);
    }

    private static Normalised one(GithubFact fact) {
        return Normalised.Interactions.of(fact.interaction(Optional.empty(), Words.NONE, Optional.empty()));
    }

    private static Normalised one(Interaction interaction) {
        return Normalised.Interactions.of(interaction);
    }

    private String issueThread(String object) {
        return "issues/" + body.at(object).at("number").id();
    }

    private String discussionThread() {
        return "discussions/" + body.at("discussion").at("number").id();
    }

    private Kind replyOr(String parent, Kind kind) {
        return body.at("comment").at(parent).isPresent() ? Kind.REPLY : kind;
    }

    /** The host whose ids these are: github.com, or an enterprise's own. */
    String host() {
        var url = body.at("sender").at("html_url").optionalLink();
        return url.map(link -> link.getHost().toLowerCase(Locale.ROOT)).orElse("github.com");
    }
}
