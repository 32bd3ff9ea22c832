// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.discourse;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
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

/** Discourse: HMAC-SHA256 over the body; what happened is in a header only. */
public final class DiscourseChannel implements Channel {
    static final String ID = "discourse";

    private static final BodySignature SIGNATURE = new BodySignature(ID, "x-discourse-event-signature");
    private static final String EVENT = "x-discourse-event";
    private static final String INSTANCE = "x-discourse-instance";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> headers() {
        return Set.of(EVENT, INSTANCE);
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
            var body = Json.read(delivery.body()).object();
            if (body.at("ping").isPresent()) {
                return new Normalised.Ignored("ping");
            }
            return DiscourseEvents.normalise(
                    header(delivery, EVENT), body, new DiscourseSite(instance(delivery), delivery.receivedAt()));
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

    private static URI instance(Delivery delivery) {
        return Optional.of(header(delivery, INSTANCE))
                .flatMap(Field::link)
                .orElseThrow(() -> new MalformedField(INSTANCE, "text", "the address of the forum"));
    }

    private static String header(Delivery delivery, String name) {
        return delivery.headers().get(name).orElseThrow(() -> new MalformedField(name, "missing", "a header"));
    }
}
