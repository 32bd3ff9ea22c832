// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import rapporto.channel.Channel;
import rapporto.channel.Normalised;
import rapporto.channel.Refusal;
import rapporto.delivery.Delivery;
import rapporto.delivery.Envelope;
import rapporto.escalation.Referral;
import rapporto.escalation.ReferralJson;
import rapporto.history.History;
import rapporto.history.Remembered;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.Interaction;
import rapporto.interaction.Origin;
import rapporto.interaction.SourceId;
import rapporto.json.MalformedField;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;
import rapporto.reading.Item;
import rapporto.reading.Reader;
import rapporto.settings.Settings;
import rapporto.settings.SourceSettings;
import rapporto.tally.Tally;

/**
 * Understands deliveries. Doing one again changes nothing but sends its escalations again: whoever died between write
 * and send is healed by the queue's own redelivery.
 */
public final class Classification {
    private final Function<String, Optional<Channel>> channels;
    private final Reader reader;
    private final Supplier<Settings> settings;
    private final History history;
    private final Openers openers;
    private final Outbox escalations;
    private final Outbox deadLetters;
    private final Tally tally;
    private final InstantSource clock;

    /**
     * @param channels finds a channel by its word
     * @param settings those that hold at the time of the call
     * @param escalations where what is worth a look goes
     * @param deadLetters where what cannot be understood goes, with its reason
     */
    public Classification(
            Function<String, Optional<Channel>> channels,
            Reader reader,
            Supplier<Settings> settings,
            History history,
            Outbox escalations,
            Outbox deadLetters,
            Tally tally,
            InstantSource clock) {
        this.channels = channels;
        this.reader = reader;
        this.settings = settings;
        this.history = history;
        this.openers = new Openers(history);
        this.escalations = escalations;
        this.deadLetters = deadLetters;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Takes one envelope from the queue.
     *
     * @throws rapporto.outage.StoreUnavailable when a store or queue did not answer; doing it again is safe
     */
    public Classified classify(String envelope) {
        Delivery delivery;
        try {
            delivery = Envelope.read(envelope);
        } catch (MalformedField e) {
            return bury(envelope, "unknown", new Refusal.Malformed("queue", e.field(), e.found(), e.wanted()));
        }
        var source = delivery.source();
        var channel = channels.apply(source.channel());
        var known = settings.get().source(source);
        if (channel.isEmpty() || known.isEmpty()) {
            var wanted = "a source of the settings";
            return bury(
                    envelope, source.toString(), new Refusal.Malformed("queue", "source", source.toString(), wanted));
        }
        return switch (channel.get().normalise(delivery)) {
            case Normalised.Interactions(var all) -> keep(known.get(), all);
            case Normalised.Ignored(var reason) -> ignore(source, reason);
            case Normalised.Refused(var refusal) -> bury(envelope, source.toString(), refusal);
        };
    }

    private Classified keep(SourceSettings source, List<Interaction> interactions) {
        var outcomes = new ArrayList<Remembered.Outcome>();
        for (var interaction : interactions) {
            var expiresAt = source.retention().map(interaction.at()::plus);
            if (expiresAt.isPresent() && expiresAt.get().isBefore(clock.instant())) {
                count("DeliveriesIgnored", source.id(), "older than its retention");
            } else {
                outcomes.add(remember(source, interaction, expiresAt));
            }
        }
        return new Classified.Kept(outcomes);
    }

    private Remembered.Outcome remember(SourceSettings source, Interaction given, Optional<Instant> expiresAt) {
        var interaction = isOwn(source, given) ? given.by(Origin.OWN) : given;
        var reading = reader.read(item(source, interaction));
        var understood = new Understood(interaction, reading);
        var remembered = history.remember(understood, expiresAt);
        count("InteractionsRemembered", source.id(), remembered.outcome().name());
        if (remembered.memory().says(understood) && settings.get().policy().wantsALook(interaction, reading)) {
            var referral = ReferralJson.write(new Referral(source.id(), understood));
            escalations.send(Message.of(source.id().toString(), referral));
        }
        return remembered.outcome();
    }

    /** May miss what opened the thread within the last second: that costs a hint. */
    private Item item(SourceSettings source, Interaction interaction) {
        return new Item(
                interaction.words(),
                Optional.of(source.id().channel()),
                Optional.of(source.team()),
                interaction.language().or(source::language),
                openers.of(interaction)
                        .map(opener -> new Item.Answered(
                                opener.intent(), opener.urgency(), Openers.own(opener, interaction))));
    }

    private static boolean isOwn(SourceSettings source, Interaction interaction) {
        return interaction.from().filter(author -> isOwn(source, author)).isPresent();
    }

    private static boolean isOwn(SourceSettings source, Author author) {
        var own = source.ownAccounts();
        return own.contains(author.identity().nativeId())
                || author.handle().filter(own::contains).isPresent();
    }

    private Classified ignore(SourceId source, String reason) {
        count("DeliveriesIgnored", source, reason);
        return new Classified.Ignored(reason);
    }

    private Classified bury(String envelope, String source, Refusal refusal) {
        deadLetters.send(new Message(source, envelope, DeadLetter.attributes(refusal, clock.instant())));
        tally.count("DeliveriesBuried", Map.of("source", source));
        return new Classified.Buried(refusal.message());
    }

    private void count(String what, SourceId source, String outcome) {
        tally.count(what, Map.of("channel", source.channel(), "outcome", outcome));
    }
}
