// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.ThreadKey;
import rapporto.interaction.Words;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** Believable words for contracts: people, threads and what they say. Each call gives an independent value. */
public final class Given {
    /** Monday morning, when the contracts begin. */
    public static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");

    /** Somebody who writes to us. */
    public static final Identity ANA = new Identity("standard", "contract", "ana");

    /** Somebody else. */
    public static final Identity BRUNO = new Identity("standard", "contract", "bruno");

    private Given() {}

    /** Key of the item {@code id}. */
    public static ContentKey key(String id) {
        return new ContentKey("standard", "contract", id);
    }

    /** Key of the thread {@code id}. */
    public static ThreadKey thread(String id) {
        return new ThreadKey("standard", "contract", id);
    }

    /** A post by {@code who} in {@code thread}, {@code minute} minutes into the morning; its version is that time. */
    public static Interaction post(String id, Identity who, String thread, int minute, String text) {
        var at = MORNING.plusSeconds(60L * minute);
        return new Interaction(
                key(id),
                at.toEpochMilli() * 1_000,
                Change.CREATED,
                Kind.POST,
                Origin.PERSON,
                Optional.of(new Author(who, Optional.of(who.nativeId() + " R."), Optional.empty())),
                Optional.of(thread(thread)),
                at,
                false,
                Words.of("", text),
                Optional.of(URI.create("https://community.example.org/" + id)),
                Optional.empty());
    }

    /** Another state of the same item, {@code minutes} later, saying {@code text}. */
    public static Interaction changed(Interaction item, Change change, int minutes, String text) {
        return new Interaction(
                item.key(),
                item.version() + 60_000_000L * minutes,
                change,
                item.kind(),
                item.origin(),
                item.from(),
                item.thread(),
                change == Change.DELETED ? item.at().plusSeconds(60L * minutes) : item.at(),
                false,
                Words.of("", text),
                item.link(),
                item.language());
    }

    /** A plain reading: chat in English, nothing urgent. */
    public static Reading reading() {
        return reading(Intent.CHAT, 0);
    }

    /** A reading of this one intent and urgency, decided by the word "hello". */
    public static Reading reading(Intent intent, int urgency) {
        return new Reading(
                1,
                Label.byRule("en", 0.9, List.of()),
                Label.byRule(Sentiment.UNKNOWN, 0, List.of()),
                List.of(Label.byRule(intent, 0.8, List.of("hello"))),
                Label.byRule(urgency, 0.7, List.of("hello")),
                Label.byRule(Toxicity.CLEAN, 0.5, List.of()));
    }

    /** {@code interaction} with a plain reading. */
    public static Understood understood(Interaction interaction) {
        return new Understood(interaction, reading());
    }
}
