// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.slack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
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
import rapporto.channel.signature.Hmac;
import rapporto.channel.signature.SignedTime;
import rapporto.delivery.Delivery;
import rapporto.delivery.Request;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/** Slack: HMAC-SHA256 over {@code v0:timestamp:body}, five minutes, {@code url_verification} signed like the rest. */
public final class SlackChannel implements Channel {
    static final String ID = "slack";

    private static final String SIGNATURE = "x-slack-signature";
    private static final String TIMESTAMP = "x-slack-request-timestamp";
    private static final String CONTENT_TYPE = "content-type";
    private static final String VERSION = "v0=";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> headers() {
        return Set.of(CONTENT_TYPE);
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Verdict verify(Request request, Door door, Instant now) {
        var timestamp = request.headers().get(TIMESTAMP).orElse("");
        var signature = request.headers().get(SIGNATURE).orElse("");
        var outside = SignedTime.refuse(ID, TIMESTAMP, timestamp, now);
        if (outside.isPresent()) {
            return new Verdict.Forged(outside.get());
        }
        boolean signed = signature.startsWith(VERSION)
                && Hmac.signedInHex(door, signature.substring(VERSION.length()), head(timestamp), request.body());
        return signed ? new Verdict.Genuine() : new Verdict.Forged(new Refusal.BadSignature(ID, SIGNATURE));
    }

    @Override
    public Receipt receive(Request genuine) {
        try {
            var body = Json.read(genuine.body());
            if (body.at("type").textOrEmpty().equals("url_verification")) {
                return new Receipt.Handshake(
                        new Answer(200, "text/plain", body.at("challenge").text()));
            }
        } catch (MalformedField e) {
            // Not a handshake then; what it is instead is said by normalise, where a refusal is kept.
        }
        return new Receipt.Accept(Answer.RECEIVED);
    }

    @Override
    public Normalised normalise(Delivery delivery) {
        var type = delivery.headers().get(CONTENT_TYPE).orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new Normalised.Ignored("form of a command or a button");
        }
        return Normalising.of(ID, () -> SlackEvents.normalise(Json.read(delivery.body())));
    }

    @Override
    public Map<String, String> sign(byte[] body, Secret secret, Instant now, String id) {
        var timestamp = Long.toString(now.getEpochSecond());
        return Map.of(TIMESTAMP, timestamp, SIGNATURE, VERSION + Hmac.hex(secret, head(timestamp), body));
    }

    @Override
    public boolean canUse(Secret secret) {
        return true;
    }

    @Override
    public Secret issue(byte[] bytes) {
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    private static byte[] head(String timestamp) {
        return ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
    }
}
