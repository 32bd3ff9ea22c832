// SPDX-License-Identifier: Apache-2.0
package rapporto.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import rapporto.channel.Answer;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Normalised;
import rapporto.channel.Receipt;
import rapporto.channel.Refusal;
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.delivery.Delivery;
import rapporto.delivery.Request;

/** A channel whose deliveries carry the password in clear: enough to test the door. */
final class KnockChannel implements Channel {
    @Override
    public String id() {
        return "knock";
    }

    @Override
    public Set<String> headers() {
        return Set.of("x-kind");
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Verdict verify(Request request, Door door, Instant now) {
        var password = request.headers().get("x-password").orElse("");
        boolean known =
                door.secrets().stream().anyMatch(secret -> secret.value().equals(password));
        return known ? new Verdict.Genuine() : new Verdict.Forged(new Refusal.BadSignature("knock", "x-password"));
    }

    @Override
    public Receipt receive(Request genuine) {
        var body = new String(genuine.body(), StandardCharsets.UTF_8);
        return body.equals("who")
                ? new Receipt.Handshake(new Answer(200, "text/plain", "it is me"))
                : new Receipt.Accept(Answer.RECEIVED);
    }

    @Override
    public Normalised normalise(Delivery delivery) {
        return new Normalised.Ignored("knock");
    }

    @Override
    public Map<String, String> sign(byte[] body, Secret secret, Instant now, String id) {
        return Map.of("x-password", secret.value());
    }

    @Override
    public boolean canUse(Secret secret) {
        return true;
    }

    @Override
    public Secret issue(byte[] bytes) {
        return new Secret(HexFormat.of().formatHex(bytes));
    }
}
