// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.discourse;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import rapporto.interaction.Author;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.ThreadKey;
import rapporto.json.Field;

/** The forum that tells, and when it did: inside of it ids are unique. */
record DiscourseSite(URI instance, Instant receivedAt) {
    ContentKey key(String id) {
        return new ContentKey(DiscourseChannel.ID, host(), id);
    }

    ThreadKey thread(String topic) {
        return new ThreadKey(DiscourseChannel.ID, host(), topic);
    }

    /** A person as posts, topics and likes show one, whose id is called {@code idName} there. */
    Author author(Field person, String idName) {
        return new Author(
                new Identity(DiscourseChannel.ID, host(), person.at(idName).id()),
                person.at("name").optionalText().filter(name -> !name.isBlank()),
                person.at("username").optionalText());
    }

    Optional<URI> link(String slug, String topic, String postNumber) {
        return Field.link("%s/t/%s/%s/%s".formatted(base(), slug.isBlank() ? "-" : slug, topic, postNumber));
    }

    static long microseconds(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private String host() {
        return instance.getHost().toLowerCase(Locale.ROOT);
    }

    private String base() {
        var text = instance.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
