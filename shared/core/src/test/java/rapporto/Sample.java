// SPDX-License-Identifier: Apache-2.0
package rapporto;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.SourceId;
import rapporto.interaction.ThreadKey;
import rapporto.interaction.Words;
import rapporto.policy.Condition;
import rapporto.policy.Policy;
import rapporto.policy.Rule;
import rapporto.policy.Severity;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;
import rapporto.settings.Community;
import rapporto.settings.Settings;
import rapporto.settings.SourceSettings;
import rapporto.settings.StakeholderKind;
import rapporto.settings.Team;

/** A small organisation and what is said to it, for the tests of core. */
public final class Sample {
    public static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");
    public static final SourceId SOURCE = new SourceId("slack", "demo");
    public static final Identity MARIA = new Identity("slack", "T1", "U1");
    public static final Identity LUCA = new Identity("slack", "T1", "U2");

    public static final Rule RISK = new Rule(
            "risk",
            "Legal risk",
            new Condition.IntentIs(Intent.RISK),
            Optional.of("legal"),
            Severity.P1,
            Duration.ofHours(1));
    public static final Rule URGENT = new Rule(
            "urgent",
            "Urgent request",
            new Condition.UrgencyAtLeast(2),
            Optional.empty(),
            Severity.P2,
            Duration.ofHours(4));
    public static final Rule UNANSWERED = new Rule(
            "unanswered",
            "Unanswered question",
            new Condition.Unanswered(Duration.ofHours(4)),
            Optional.empty(),
            Severity.P3,
            Duration.ofDays(1));

    private Sample() {}

    public static Settings settings() {
        return settings(Optional.empty());
    }

    public static Settings settings(Optional<Duration> retention) {
        return new Settings(
                List.of(new Community("customers", "Customers", StakeholderKind.CUSTOMER)),
                List.of(new Team("support", "Support"), new Team("legal", "Legal")),
                List.of(new SourceSettings(
                        SOURCE,
                        "customers",
                        Optional.of("it"),
                        "support",
                        Set.of("U9", "helper"),
                        1_048_576,
                        retention)),
                new Policy(List.of(RISK, URGENT, UNANSWERED)));
    }

    public static ContentKey key(String id) {
        return new ContentKey("slack", "T1", id);
    }

    public static ThreadKey thread(String id) {
        return new ThreadKey("slack", "T1", id);
    }

    public static Interaction says(String id, Identity who, String thread, Instant at, String text) {
        return new Interaction(
                key(id),
                at.toEpochMilli() * 1_000,
                Change.CREATED,
                Kind.POST,
                Origin.PERSON,
                Optional.of(new Author(who, Optional.of("Maria R."), Optional.of("maria"))),
                Optional.of(thread(thread)),
                at,
                false,
                Words.of("", text),
                Optional.of(URI.create("https://example.org/" + id)),
                Optional.empty());
    }

    public static Interaction changed(Interaction i, Change change, long version, String text) {
        return new Interaction(
                i.key(),
                version,
                change,
                i.kind(),
                i.origin(),
                i.from(),
                i.thread(),
                i.at(),
                i.atArrival(),
                Words.of("", text),
                i.link(),
                i.language());
    }

    public static Reading reading(Intent intent, int urgency, String... words) {
        return new Reading(
                1,
                Label.byRule("it", 0.9, List.of()),
                Label.byRule(Sentiment.UNKNOWN, 0, List.of()),
                List.of(Label.byRule(intent, 0.95, List.of(words))),
                Label.byRule(urgency, 0.7, List.of(words)),
                Label.byRule(Toxicity.CLEAN, 0.5, List.of()));
    }

    public static Reading versioned(int version, Reading reading) {
        return new Reading(
                version,
                reading.language(),
                reading.sentiment(),
                reading.intents(),
                reading.urgency(),
                reading.toxicity());
    }

    public static Understood chat(Interaction interaction) {
        return new Understood(interaction, reading(Intent.CHAT, 0));
    }
}
