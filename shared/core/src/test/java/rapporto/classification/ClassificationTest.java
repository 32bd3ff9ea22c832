// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.SOURCE;
import static rapporto.Sample.key;
import static rapporto.Sample.reading;
import static rapporto.Sample.says;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.channel.Normalised;
import rapporto.channel.Refusal;
import rapporto.delivery.Delivery;
import rapporto.delivery.Envelope;
import rapporto.delivery.Headers;
import rapporto.escalation.ReferralJson;
import rapporto.history.Remembered.Outcome;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.Origin;
import rapporto.interaction.SourceId;
import rapporto.memory.InMemoryHistory;
import rapporto.memory.InMemoryOutbox;
import rapporto.memory.InMemoryTally;
import rapporto.reading.Intent;
import rapporto.settings.Settings;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClassificationTest {
    private static final Interaction THREAT = says("m1", MARIA, "t1", MORNING, "avvocato!");

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryOutbox escalations = new InMemoryOutbox();
    private final InMemoryOutbox deadLetters = new InMemoryOutbox();
    private final InMemoryTally tally = new InMemoryTally();
    private Settings settings = Sample.settings();

    @Test
    void given_something_worth_a_look_when_classified_then_it_is_remembered_and_sent_on() {
        assertThat(classify(THREAT)).isEqualTo(new Classified.Kept(List.of(Outcome.NEW)));

        assertThat(history.find(key("m1"))).isPresent();
        var referral = ReferralJson.read(escalations.messages().getFirst().body());
        assertThat(referral.source()).isEqualTo(SOURCE);
        assertThat(referral.understood().interaction()).isEqualTo(THREAT);
    }

    @Test
    void given_a_repeat_when_classified_then_nothing_is_stored_twice_and_it_is_sent_on_again() {
        classify(THREAT);

        assertThat(classify(THREAT)).isEqualTo(new Classified.Kept(List.of(Outcome.REPEATED)));
        assertThat(escalations.messages()).hasSize(2);
    }

    @Test
    void given_chat_when_classified_then_it_is_remembered_only() {
        classify(says("m2", MARIA, "t1", MORNING, "ciao"));

        assertThat(history.find(key("m2"))).isPresent();
        assertThat(escalations.messages()).isEmpty();
    }

    @Test
    void given_an_old_state_that_comes_after_its_edit_when_classified_then_it_is_not_sent_on() {
        classify(Sample.changed(THREAT, Change.EDITED, Long.MAX_VALUE, "ciao"));

        assertThat(classify(THREAT)).isEqualTo(new Classified.Kept(List.of(Outcome.REPEATED)));
        assertThat(escalations.messages()).isEmpty();
    }

    @Test
    void given_an_own_account_by_id_or_handle_when_classified_then_it_is_our_own_and_rests() {
        var own = Author.of(new Identity("slack", "T1", "U9"));
        var named = new Author(MARIA, Optional.empty(), Optional.of("helper"));
        classify(by(THREAT, own));
        assertThat(history.find(key("m1"))
                        .orElseThrow()
                        .content()
                        .orElseThrow()
                        .interaction()
                        .origin())
                .isEqualTo(Origin.OWN);
        classify(by(says("m3", MARIA, "t1", MORNING, "avvocato!"), named));

        assertThat(escalations.messages()).isEmpty();
    }

    @Test
    void given_something_older_than_its_retention_when_classified_then_it_is_ignored_and_counted() {
        settings = Sample.settings(Optional.of(Duration.ofDays(30)));
        classify(says("old", MARIA, "t1", MORNING.minus(Duration.ofDays(31)), "avvocato!"));

        assertThat(history.find(key("old"))).isEmpty();
        assertThat(tally.of("DeliveriesIgnored", Map.of("channel", "slack", "outcome", "older than its retention")))
                .isEqualTo(1);
    }

    @Test
    void given_housekeeping_when_classified_then_it_is_ignored_with_its_reason() {
        assertThat(classification(new Normalised.Ignored("ping")).classify(envelope(SOURCE)))
                .isEqualTo(new Classified.Ignored("ping"));
        assertThat(deadLetters.messages()).isEmpty();
    }

    @Test
    void given_a_refusal_when_classified_then_the_unchanged_envelope_is_buried_with_the_typed_reason() {
        var refusal = new Refusal.Malformed("slack", "event.ts", "missing", "a timestamp");
        var envelope = envelope(SOURCE);

        assertThat(classification(new Normalised.Refused(refusal)).classify(envelope))
                .isEqualTo(new Classified.Buried("slack: event.ts is missing, wanted a timestamp"));
        var letter = deadLetters.messages().getFirst();
        assertThat(letter.body()).isEqualTo(envelope);
        assertThat(letter.attributes())
                .containsEntry("kind", "malformed")
                .containsEntry("field", "event.ts")
                .containsEntry("found", "missing")
                .containsEntry("wanted", "a timestamp")
                .containsEntry("buriedAt", MORNING.toString());
    }

    @Test
    void given_an_envelope_or_source_that_nobody_knows_when_classified_then_it_is_buried() {
        assertThat(classify(THREAT, "not an envelope")).isInstanceOf(Classified.Buried.class);
        assertThat(classify(THREAT, envelope(new SourceId("slack", "gone")))).isInstanceOf(Classified.Buried.class);
        assertThat(classify(THREAT, envelope(new SourceId("fax", "demo")))).isInstanceOf(Classified.Buried.class);
        assertThat(deadLetters.messages()).hasSize(3);
    }

    @Test
    void given_other_refusals_when_buried_then_their_kind_is_told() {
        assertThat(DeadLetter.attributes(new Refusal.BadSignature("slack", "x-sig"), MORNING))
                .containsEntry("kind", "bad signature");
        assertThat(DeadLetter.attributes(
                        new Refusal.OutsideWindow("slack", Duration.ofMinutes(9), Duration.ofMinutes(5)), MORNING))
                .containsEntry("reason", "slack: signed 540s from now, limit 300s");
        assertThat(DeadLetter.attributes(new Refusal.Malformed("slack", "è\u0000", "", "x".repeat(300)), MORNING))
                .containsEntry("field", "??")
                .containsEntry("found", "-")
                .hasEntrySatisfying("wanted", wanted -> assertThat(wanted).hasSize(200));
    }

    private Classified classify(Interaction interaction) {
        return classify(interaction, envelope(SOURCE));
    }

    private Classified classify(Interaction interaction, String envelope) {
        return classification(Normalised.Interactions.of(interaction)).classify(envelope);
    }

    private Classification classification(Normalised normalised) {
        return new Classification(
                id -> id.equals("slack") ? Optional.of(new FixedChannel(normalised)) : Optional.empty(),
                item -> item.words().text().contains("avvocato")
                        ? reading(Intent.RISK, 3, "avvocato")
                        : reading(Intent.CHAT, 0),
                () -> settings,
                history,
                escalations,
                deadLetters,
                tally,
                () -> MORNING);
    }

    private static Interaction by(Interaction i, Author author) {
        return new Interaction(
                i.key(),
                i.version(),
                i.change(),
                i.kind(),
                i.origin(),
                Optional.of(author),
                i.thread(),
                i.at(),
                false,
                i.words(),
                i.link(),
                i.language());
    }

    private static String envelope(SourceId source) {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        return Envelope.write(new Delivery("dl_1", source, new Headers(Map.of()), body, MORNING));
    }
}
