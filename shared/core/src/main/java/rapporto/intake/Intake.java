// SPDX-License-Identifier: Apache-2.0
package rapporto.intake;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import rapporto.channel.Answer;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Receipt;
import rapporto.channel.Refusal;
import rapporto.channel.Verdict;
import rapporto.delivery.Delivery;
import rapporto.delivery.Envelope;
import rapporto.delivery.Request;
import rapporto.interaction.SourceId;
import rapporto.outage.StoreUnavailable;
import rapporto.outbox.Message;
import rapporto.outbox.Outbox;
import rapporto.tally.Tally;

/** Lets a genuine delivery in: never answers 2xx before the queue has it. Thread-safe. */
public final class Intake {
    /** Room beside the body for what SQS counts too: the group id and its overhead. */
    private static final int MESSAGE_MARGIN_BYTES = 1024;

    private final Function<String, Optional<Channel>> channels;
    private final CachedDoors doors;
    private final Outbox deliveries;
    private final Tally tally;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param channels finds a channel by its word
     * @param ids a new unguessable delivery id at each call
     */
    public Intake(
            Function<String, Optional<Channel>> channels,
            CachedDoors doors,
            Outbox deliveries,
            Tally tally,
            InstantSource clock,
            Supplier<String> ids) {
        this.channels = channels;
        this.doors = doors;
        this.deliveries = deliveries;
        this.tally = tally;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Decides on one request to {@code /hooks/{channel}/{source}}.
     *
     * @throws StoreUnavailable when the queue or the secrets did not answer; the sender is to come again
     */
    public Reply receive(String channel, String source, Request request) {
        var known = channels.apply(channel);
        if (known.isEmpty() || !SourceId.isValid(channel, source)) {
            return refused("unknown", "unknown source", Reply.of(404));
        }
        try {
            return receive(known.get(), new SourceId(channel, source), request);
        } catch (StoreUnavailable e) {
            tally.count("DeliveriesRefused", Map.of("channel", channel, "reason", "unavailable"));
            throw e;
        }
    }

    private Reply receive(Channel channel, SourceId source, Request request) {
        var door = doors.door(source);
        if (door.isEmpty()) {
            return refused(channel.id(), "unknown source", Reply.of(404));
        }
        if (!channel.methods().contains(request.method())) {
            var allowed = String.join(", ", channel.methods().stream().sorted().toList());
            return refused(channel.id(), "method", Reply.of(405, "allow", allowed));
        }
        if (request.body().length > door.get().maxBodyBytes()) {
            return refused(channel.id(), "too large", Reply.of(413));
        }
        return switch (verify(channel, door.get(), request)) {
            case Verdict.Forged(var refusal) -> refused(channel.id(), word(refusal), Reply.of(401));
            case Verdict.Genuine() ->
                switch (channel.receive(request)) {
                    case Receipt.Handshake(var answer) -> shaken(channel, answer);
                    case Receipt.Accept(var answer) -> enqueue(channel, source, request, answer);
                };
        };
    }

    private Verdict verify(Channel channel, Door door, Request request) {
        var verdict = channel.verify(request, door, clock.instant());
        if (verdict instanceof Verdict.Genuine) {
            return verdict;
        }
        var fresh = doors.fresh(door.source());
        boolean rotated = fresh.isPresent() && !fresh.get().secrets().equals(door.secrets());
        return rotated ? channel.verify(request, fresh.get(), clock.instant()) : verdict;
    }

    private Reply enqueue(Channel channel, SourceId source, Request request, Answer answer) {
        var headers = request.headers().only(channel.headers());
        var delivery = new Delivery(ids.get(), source, headers, request.body(), clock.instant());
        var envelope = Envelope.write(delivery);
        if (envelope.getBytes(StandardCharsets.UTF_8).length > Message.MAX_BYTES - MESSAGE_MARGIN_BYTES) {
            return refused(channel.id(), "too large for the queue", Reply.of(413));
        }
        deliveries.send(Message.of(source.toString(), envelope));
        tally.count("DeliveriesAccepted", Map.of("channel", channel.id()));
        return Reply.of(answer);
    }

    private Reply shaken(Channel channel, Answer answer) {
        tally.count("HandshakesAnswered", Map.of("channel", channel.id()));
        return Reply.of(answer);
    }

    private Reply refused(String channel, String reason, Reply reply) {
        tally.count("DeliveriesRefused", Map.of("channel", channel, "reason", reason));
        return reply;
    }

    private static String word(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BadSignature _ -> "bad signature";
            case Refusal.OutsideWindow _ -> "outside window";
            case Refusal.Malformed _ -> "malformed";
        };
    }
}
