// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

/** What somebody did. */
public enum Kind {
    POST,
    COMMENT,
    REPLY,
    DIRECT_MESSAGE,
    MENTION,
    REVIEW,
    REACTION,
    JOINED,
    LEFT,
    ROLE_CHANGED,
    ANSWER_ACCEPTED,
    STARRED,
    FORKED,
    FOLLOWED,
    SPONSORED,
    RELEASED,
    /** The channel took our access away: application removed, tokens revoked. */
    DISCONNECTED
}
