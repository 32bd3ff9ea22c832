// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.standard;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import rapporto.channel.Answer;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Normalised;
import rapporto.channel.Normalising;
import rapporto.channel.Receipt;
import rapporto.channel.Refusal;
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.channel.signature.SignedTime;
import rapporto.channel.signature.StandardSignature;
import rapporto.delivery.Delivery;
import rapporto.delivery.Request;
import rapporto.json.Json;

/** Standard Webhooks: {@code v1} and {@code v1a} over {@code id.timestamp.body}, five minutes, several signatures. */
public final class StandardChannel implements Channel {
    static final String ID = "standard";

    private static final String MESSAGE = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> headers() {
        return Set.of(MESSAGE);
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Verdict verify(Request request, Door door, Instant now) {
        var id = request.headers().get(MESSAGE).orElse("");
        var timestamp = request.headers().get(TIMESTAMP).orElse("");
        var signatures = request.headers().get(SIGNATURE).orElse("");
        var outside = SignedTime.refuse(ID, TIMESTAMP, timestamp, now);
        if (outside.isPresent()) {
            return new Verdict.Forged(outside.get());
        }
        boolean signed = !id.isEmpty() && StandardSignature.signed(door, signatures, id, timestamp, request.body());
        return signed ? new Verdict.Genuine() : new Verdict.Forged(new Refusal.BadSignature(ID, SIGNATURE));
    }

    @Override
    public Receipt receive(Request genuine) {
        return new Receipt.Accept(Answer.RECEIVED);
    }

    @Override
    public Normalised normalise(Delivery delivery) {
        return Normalising.of(
                ID, () -> new StandardEvent(Json.read(delivery.body()).object(), delivery).normalise());
    }

    @Override
    public Map<String, String> sign(byte[] body, Secret secret, Instant now, String id) {
        var timestamp = Long.toString(now.getEpochSecond());
        var signature = StandardSignature.sign(secret, id, timestamp, body);
        return Map.of(MESSAGE, id, TIMESTAMP, timestamp, SIGNATURE, signature);
    }

    @Override
    public boolean canUse(Secret secret) {
        return StandardSignature.isUsable(secret);
    }

    @Override
    public Secret issue(byte[] bytes) {
        return new Secret("whsec_" + Base64.getEncoder().encodeToString(bytes));
    }
}
