// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.interaction.Author;
import rapporto.interaction.Interaction;
import rapporto.interaction.ThreadKey;

/**
 * Finds what opened the thread that somebody writes in: the first of its index, one query. Not the newest remark before
 * it: the opening is what later remarks answer, its place never changes, and only of it can be asked whether people
 * answer their own question.
 */
record Openers(History history) {
    private static final Duration REMEMBERED = Duration.ofDays(14);

    /**
     * What opened the thread of {@code reply} at most 14 days before it. Of an older thread nothing: the first within
     * that time is any remark. Empty, unasked, for what stands in no thread, opens one, or has no words.
     */
    Optional<Entry> of(Interaction reply) {
        if (reply.words().passage().isEmpty()) {
            return Optional.empty();
        }
        return reply.thread()
                .filter(thread -> !thread.toString().equals(reply.key().toString()))
                .flatMap(this::first)
                .filter(first -> !first.key().equals(reply.key()))
                .filter(first -> !first.at().isAfter(reply.at()))
                .filter(first -> !first.at().isBefore(reply.at().minus(REMEMBERED)));
    }

    /** Whether the same person wrote both, as far as is known. */
    static boolean own(Entry opener, Interaction reply) {
        var author = opener.from().map(Author::identity);
        return author.isPresent() && author.equals(reply.from().map(Author::identity));
    }

    private Optional<Entry> first(ThreadKey thread) {
        return history.thread(thread, Instant.EPOCH, Optional.empty(), 1).entries().stream()
                .findFirst();
    }
}
