// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.github;

import java.net.URLDecoder;
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
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.channel.signature.BodySignature;
import rapporto.delivery.Delivery;
import rapporto.delivery.Request;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/** GitHub: HMAC-SHA256 over the body; the event's name is in a header only; the body is JSON or a form with one field. */
public final class GithubChannel implements Channel {
    static final String ID = "github";

    private static final BodySignature SIGNATURE = new BodySignature(ID, "x-hub-signature-256");
    private static final String EVENT = "x-github-event";
    private static final String DELIVERY = "x-github-delivery";
    private static final String CONTENT_TYPE = "content-type";
    private static final String FORM_FIELD = "payload=";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> headers() {
        return Set.of(EVENT, DELIVERY, CONTENT_TYPE);
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Verdict verify(Request request, Door door, Instant now) {
        return SIGNATURE.verify(request, door);
    }

    @Override
    public Receipt receive(Request genuine) {
        return new Receipt.Accept(Answer.RECEIVED);
    }

    @Override
    public Normalised normalise(Delivery delivery) {
        return Normalising.of(ID, () -> {
            var event = delivery.headers()
                    .get(EVENT)
                    .orElseThrow(() -> new MalformedField("X-GitHub-Event", "missing", "the event's name"));
            var guid = delivery.headers().get(DELIVERY).orElse(delivery.id());
            return new GithubEvent(event, guid, body(delivery).object(), delivery.receivedAt()).normalise();
        });
    }

    @Override
    public Map<String, String> sign(byte[] body, Secret secret, Instant now, String id) {
        return SIGNATURE.sign(body, secret);
    }

    @Override
    public boolean canUse(Secret secret) {
        return true;
    }

    @Override
    public Secret issue(byte[] bytes) {
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    private static Field body(Delivery delivery) {
        var type = delivery.headers().get(CONTENT_TYPE).orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return Json.read(delivery.body());
        }
        var form = new String(delivery.body(), StandardCharsets.UTF_8);
        for (var pair : form.split("&", -1)) {
            if (pair.startsWith(FORM_FIELD)) {
                return Json.read(URLDecoder.decode(pair.substring(FORM_FIELD.length()), StandardCharsets.UTF_8));
            }
        }
        throw new MalformedField("payload", "missing", "a form with a field payload");
    }
}
